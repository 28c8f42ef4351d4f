"""Writes diagnostics.json: saturation, linearity, spectrum, similarity, jacobian and chi of networks with NumPy's own draws.

/usr/bin/python3 diagnostics.py > diagnostics.json          (numpy, scipy; half a minute)
Each from its definition, by other means than the library's: least squares by lstsq, eigenvalues by eigvalsh, singular values by svd, cosines
over all pairs, jacobians formed for each sample. Thresholds are those of docs/measurements.md to more digits.
"""
import json
import numpy as np
from scipy.special import erf

ROOT2 = np.sqrt(2)


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def gelu_slope(a):
    return (1 + erf(a / ROOT2)) / 2 + a * np.exp(-a * a / 2) / np.sqrt(2 * np.pi)


# name: (function, derivative, t-, t+)
ACTIVATIONS = {
    "identity": (lambda a: a, np.ones_like, -np.inf, np.inf),
    "sigmoid": (sigmoid, lambda a: sigmoid(a) * (1 - sigmoid(a)), -4.35645, 4.35645),
    "tanh": (np.tanh, lambda a: 1 - np.tanh(a) ** 2, -2.178273, 2.178273),
    "relu": (lambda a: np.maximum(a, 0), lambda a: (a > 0) * 1.0, -np.inf, np.inf),
    "hard_tanh": (lambda a: np.clip(a, -1, 1), lambda a: ((a > -1) & (a <= 1)) * 1.0, -1, np.nextafter(1, 2)),
    "leaky_relu": (lambda a: np.where(a > 0, a, 0.01 * a), lambda a: np.where(a > 0, 1, 0.01), -np.inf, np.inf),
    "gelu": (lambda a: a * (1 + erf(a / ROOT2)) / 2, gelu_slope, None, np.inf),
    "soft_shrink": (lambda a: np.sign(a) * np.maximum(np.abs(a) - 0.5, 0), lambda a: (np.abs(a) > 0.5) * 1.0, np.nan, np.nan),
}


def threshold(slope, low, high, limit):
    """Where |slope| crosses the limit between low (below it) and high (above it)."""
    for _ in range(200):
        middle = (low + high) / 2
        low, high = (middle, high) if abs(slope(middle)) < limit else (low, middle)
    return low


def refine(name):
    function, slope, low, high = ACTIVATIONS[name]
    largest = np.max(np.abs(slope(np.linspace(-8, 8, 4_000_001))))
    if name in ("sigmoid", "tanh"):
        low = threshold(slope, -9.0, -1.0, 0.05 * largest)
        high = -low
    if name == "gelu":
        low = threshold(slope, -9.0, -1.9, 0.05 * largest)
    return function, slope, low, high


def adjusted_r2(x, z):
    xc, zc = x - x.mean(0), z - z.mean(0)
    solution, _, rank, _ = np.linalg.lstsq(xc, zc, rcond=1e-10)
    rest, total = np.sum((zc - xc @ solution) ** 2), np.sum(zc**2)
    free = len(x) - rank - 1
    return 1 - rest / total * (len(x) - 1) / free if total > 0 and free > 0 else None


def participation(eigenvalues):
    total = np.sum(eigenvalues)
    return total**2 / np.sum(eigenvalues**2) if total > 0 else None


def cosine(a):
    norms = np.linalg.norm(a, axis=1)
    rows = a[norms > 0] / norms[norms > 0, None]
    if len(rows) < 2:
        return None, int(len(a) - len(rows))
    products = rows @ rows.T
    return (products.sum() - np.trace(products)) / (len(rows) * (len(rows) - 1)), int(len(a) - len(rows))


def network(name, activation, batch, widths, stds, seed):
    function, slope, low, high = refine(activation)
    np.random.seed(seed)
    x = np.random.randn(batch, widths[0])
    weights = [np.random.randn(i, o) * std for i, o, std in zip(widths, widths[1:], stds)]
    upstream = np.random.randn(batch, widths[-1])
    layers, z = [], x
    for w in weights:
        a = z @ w
        layers.append({"input": z, "w": w, "a": a, "z": function(a), "slope": slope(a)})
        z = layers[-1]["z"]
    dz = upstream
    for layer in reversed(layers):
        layer["da"] = dz * layer["slope"]
        layer["dw"] = layer["input"].T @ layer["da"]
        dz = layer["da"] @ layer["w"].T
    jacobian, result = None, []
    for layer in reversed(layers):            # J of one sample: input units x output units, J = W diag(slope) J_next
        step = layer["w"][None] * layer["slope"][:, None, :]
        jacobian = step if jacobian is None else step @ jacobian
        count = min(jacobian.shape[1:])
        gram = jacobian @ jacobian.transpose(0, 2, 1) if jacobian.shape[1] <= jacobian.shape[2] else jacobian.transpose(0, 2, 1) @ jacobian
        mean = np.mean(np.trace(gram, axis1=1, axis2=2)) / count
        spread = np.mean(np.sum(gram**2, axis=(1, 2))) / count / mean**2 - 1
        layer["jacobian"] = (mean, spread)
    for index, layer in enumerate(layers):
        a, z, flat = layer["a"], layer["z"], layer["slope"] == 0
        similarity, zero_rows = cosine(a)
        centred = z - z.mean(0)
        shares = (None, None) if np.isnan(low) else (np.mean(a <= low), np.mean(a >= high))
        following = layers[index + 1] if index + 1 < len(layers) else None
        result.append({
            "saturated_low": shares[0], "saturated_high": shares[1],
            "inactive": np.mean(flat & ~(a <= low) & ~(a >= high)), "dead": np.mean(flat.all(0)),
            "linear_share": adjusted_r2(x, z),
            "participation_ratio": participation(np.linalg.eigvalsh(centred.T @ centred)),
            "weight_gradient_rank": participation(np.linalg.svd(layer["dw"], compute_uv=False) ** 2),
            "cosine": similarity, "zero_rows": zero_rows,
            "chi": None if following is None else np.mean(layer["da"] ** 2) / np.mean(following["da"] ** 2),
            "jacobian_mean": layer["jacobian"][0], "jacobian_spread": layer["jacobian"][1],
        })
    return {"name": name, "activation": activation, "batch": batch, "widths": widths, "stds": stds, "seed": seed, "layers": result}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.item() if isinstance(value, np.generic) else value


NETWORKS = [
    network(f"{activation}-{label}", activation, 1000, [100] * 6, [std] * 5, 0)
    for activation in ("sigmoid", "relu", "tanh")
    for label, std in (("std1", 1.0), ("std0.01", 0.01), ("xavier", np.sqrt(1 / 100)), ("he", np.sqrt(2 / 100)))
]
for seed, activation in enumerate(ACTIVATIONS):
    NETWORKS.append(network(f"{activation}-odd", activation, 43, [12, 9, 17, 5, 1], [0.6, 0.5, 0.4, 0.7], seed + 1))
NETWORKS.append(network("fewer-samples-than-units", "tanh", 9, [5, 31, 20], [0.5, 0.3], 3))
print(json.dumps({"numpy": np.__version__, "networks": plain(NETWORKS)}, indent=1))
