"""The chapter's script and a tuned one, timed on demand: reads "name repeats" lines, answers with nanoseconds a run."""
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

    def __call__(self):
        rng = np.random.default_rng(0)
        rng.standard_normal(dtype=self.dtype, out=self.x)
        x, out = self.x, []
        for z in self.z:
            rng.standard_normal(dtype=self.dtype, out=self.w)
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
            np.clip(self.t, -1, BINS, out=self.t)
            np.add(self.t, 1, out=self.t)
            np.copyto(self.index, self.t, casting="unsafe")
            out.append((np.bincount(self.index.ravel(), minlength=BINS + 2), z.mean(), z.std()))
            x = z
        return out


TASKS = {}
for _name in ("relu", "sigmoid", "tanh"):
    TASKS["script-" + _name] = lambda a=_name: script(a)
    for _dtype in (np.float64, np.float32):
        TASKS["tuned-%s-%s" % (_name, np.dtype(_dtype).name)] = Tuned(_name, _dtype)


def main():
    print("numpy " + np.__version__, flush=True)
    for line in sys.stdin:
        name, repeats = line.split()
        task, n = TASKS[name], int(repeats)
        start = time.perf_counter_ns()
        for _ in range(n):
            task()
        print((time.perf_counter_ns() - start) / n, flush=True)


main()
