"""The chapter's script and a tuned one, on demand: reads lines "name repeats" and answers with nanoseconds a run, or, where
repeats is 0, with what the run computes: for each layer its mean, std and counts."""
import ctypes
import os
import sys
import time

import numpy as np

BATCH, WIDTH, DEPTH, BINS = 1000, 100, 5, 30
SCALE = {"relu": np.sqrt(2.0 / WIDTH), "sigmoid": np.sqrt(1.0 / WIDTH), "tanh": np.sqrt(1.0 / WIDTH)}

sigmoid = lambda x: 1 / (1 + np.exp(-x))
relu = lambda x: np.maximum(0, x)
tanh = np.tanh


def script(activation):
    """The chapter as it is printed; its histograms without the drawing."""
    act, scale = globals()[activation], SCALE[activation]
    np.random.seed(0)
    x = np.random.randn(BATCH, WIDTH)
    activations = {}
    for i in range(DEPTH):
        if i != 0:
            x = activations[i - 1]
        w = np.random.randn(WIDTH, WIDTH) * scale
        activations[i] = act(np.dot(x, w))
    return [(np.histogram(z.flatten(), BINS, range=(0, 1))[0], z.mean(), z.std()) for z in activations.values()]


class Tuned:
    """What a NumPy programmer does about speed: PCG64, buffers made once, bincount."""

    def __init__(self, activation, dtype):
        self.activation, self.dtype = activation, dtype
        self.x = np.empty((BATCH, WIDTH), dtype)
        self.w = np.empty((WIDTH, WIDTH), dtype)
        self.z = [np.empty((BATCH, WIDTH), dtype) for _ in range(DEPTH)]
        self.t = np.empty((BATCH, WIDTH), dtype)
        self.index = np.empty((BATCH, WIDTH), np.int64)

    def __call__(self, draw=lambda rng, out: rng.standard_normal(dtype=out.dtype, out=out)):
        rng = np.random.default_rng(0)
        draw(rng, self.x)
        x, out = self.x, []
        for z in self.z:
            draw(rng, self.w)
            np.multiply(self.w, self.dtype(SCALE[self.activation]), out=self.w)
            np.dot(x, self.w, out=z)
            if self.activation == "relu":
                np.maximum(z, 0, out=z)
            elif self.activation == "tanh":
                np.tanh(z, out=z)
            else:
                np.negative(z, out=z)
                np.exp(z, out=z)
                np.add(z, 1, out=z)
                np.reciprocal(z, out=z)
            np.multiply(z, self.dtype(BINS), out=self.t)
            np.floor(self.t, out=self.t)
            np.maximum(self.t, -1, out=self.t)
            np.minimum(self.t, BINS, out=self.t)
            np.add(self.t, 1, out=self.t)
            np.copyto(self.index, self.t, casting="unsafe")
            out.append((np.bincount(self.index.ravel(), minlength=BINS + 2), z.mean(), z.std()))
            x = z
        return out

    def result(self):
        """With draws in float64, rounded: NumPy's own float32 draws are a stream that nobody else has."""

        def rounded(rng, out):
            out[:] = rng.standard_normal(out.shape)

        return self(rounded)


class Training:
    """Steps of gradient descent: ReLU, cross entropy, batches of 128 in a new order each epoch; a call is one step."""

    WIDTHS, SAMPLES, STEP_BATCH, RATE = (64, 100, 100, 100, 100, 10), 1438, 128, 0.01

    def __init__(self, dtype):
        self.rng = np.random.default_rng(0)
        labels = self.rng.integers(10, size=self.SAMPLES)
        centres = self.rng.random((10, 64))
        self.x = (centres[labels] + 0.1 * self.rng.standard_normal((self.SAMPLES, 64))).astype(dtype)
        self.y = np.eye(10, dtype=dtype)[labels]
        pairs = zip(self.WIDTHS, self.WIDTHS[1:])
        self.w = [(self.rng.standard_normal((n, m)) * np.sqrt(2 / n)).astype(dtype) for n, m in pairs]
        self.share, self.rate = dtype(1 / self.STEP_BATCH), dtype(self.RATE)
        self.order, self.next = np.arange(self.SAMPLES), self.SAMPLES
        before = self()
        for _ in range(500):
            after = self()
        assert after < before / 2, "it does not learn"

    def __call__(self):
        if self.next + self.STEP_BATCH > self.SAMPLES:
            self.rng.shuffle(self.order)
            self.next = 0
        chosen = self.order[self.next:self.next + self.STEP_BATCH]
        self.next += self.STEP_BATCH
        y, z = self.y[chosen], [self.x[chosen]]
        for w in self.w[:-1]:
            a = z[-1] @ w
            z.append(np.maximum(a, 0, out=a))
        a = z[-1] @ self.w[-1]
        a -= a.max(axis=1, keepdims=True)
        e = np.exp(a)
        total = e.sum(axis=1, keepdims=True)
        loss = float((np.log(total[:, 0]) - (y * a).sum(axis=1)).mean())
        e /= total
        e -= y
        e *= self.share
        for k in range(len(self.w) - 1, -1, -1):
            gradient = z[k].T @ e
            if k > 0:
                e = e @ self.w[k].T
                e *= z[k] > 0
            gradient *= self.rate
            self.w[k] -= gradient
        return loss


TASKS = {}
RESULTS = {}
for _name in ("relu", "sigmoid", "tanh"):
    TASKS["script-" + _name] = RESULTS["script-" + _name] = lambda a=_name: script(a)
    for _dtype in (np.float64, np.float32):
        _task = "tuned-%s-%s" % (_name, np.dtype(_dtype).name)
        TASKS[_task] = Tuned(_name, _dtype)
        RESULTS[_task] = TASKS[_task].result


for _dtype in (np.float64, np.float32):
    TASKS["step-" + np.dtype(_dtype).name] = Training(_dtype)


def blas():
    """The library behind np.dot and, of OpenBLAS, the processor that it takes this one for. Most of the time is spent there."""
    if not os.path.exists("/proc/self/maps"):
        return "unknown BLAS"
    np.dot(np.ones((2, 2)), np.ones((2, 2)))
    with open("/proc/self/maps") as maps:
        paths = sorted({line.split()[-1] for line in maps if "blas" in line or "mkl_rt" in line})
    for path in paths:
        library = ctypes.CDLL(path)
        for suffix in ("", "64_"):
            for prefix in ("openblas", "scipy_openblas"):
                core = getattr(library, prefix + "_get_corename" + suffix, None)
                if core is not None:
                    config = getattr(library, prefix + "_get_config" + suffix)
                    core.restype = config.restype = ctypes.c_char_p
                    return " ".join(config().decode().split()[:2]) + " for " + core().decode()
    return ", ".join(os.path.basename(path) for path in paths) or "unknown BLAS"


def main():
    print("numpy %s with %s" % (np.__version__, blas()), flush=True)
    for line in sys.stdin:
        name, repeats = line.split()
        task, n = TASKS[name], int(repeats)
        if n == 0:
            layers = ([z_mean, z_std, *counts[(len(counts) - BINS) // 2:][:BINS]] for counts, z_mean, z_std in RESULTS[name]())
            print(";".join(" ".join(repr(float(number)) for number in layer) for layer in layers), flush=True)
            continue
        start = time.perf_counter_ns()
        for _ in range(n):
            task()
        print((time.perf_counter_ns() - start) / n, flush=True)


main()
