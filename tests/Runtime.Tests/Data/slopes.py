"""Writes slopes.json: counts of the slopes φ'(a) of the chapter's networks, by NumPy alone.

/usr/bin/python3 slopes.py > slopes.json          (numpy 1.24; a second)
Five layers of 100 units, 1000 samples, numpy-legacy, seed 0; 60 bins from 0 to the steepest slope.
"""
import json
import numpy as np


def sigmoid_slope(a):
    z = 1 / (1 + np.exp(-a))
    return z * (1 - z)


NETS = {
    "sigmoid-std1": ("sigmoid", lambda a: 1 / (1 + np.exp(-a)), sigmoid_slope, 1.0, 0.25),
    "sigmoid-xavier": ("sigmoid", lambda a: 1 / (1 + np.exp(-a)), sigmoid_slope, np.sqrt(1 / 100), 0.25),
    "tanh-xavier": ("tanh", np.tanh, lambda a: 1 - np.tanh(a) ** 2, np.sqrt(1 / 100), 1.0),
    "relu-he": ("relu", lambda a: np.maximum(0, a), lambda a: (a > 0) * 1.0, np.sqrt(2 / 100), 1.0),
}
nets = []
for name, (activation, phi, slope, scale, steepest) in NETS.items():
    random = np.random.RandomState(0)
    z = random.randn(1000, 100)
    layers = []
    for _ in range(5):
        a = z @ (random.randn(100, 100) * scale)
        z = phi(a)
        counts, _ = np.histogram(slope(a), bins=60, range=(0, steepest))
        layers.append({"mean": slope(a).mean(), "std_of_a": a.std(), "counts": counts.tolist()})
    nets.append({"name": name, "activation": activation, "scale": scale, "steepest": steepest, "layers": layers})
print(json.dumps({"nets": nets}))
