"""Writes activation-values.json: each activation and its derivative by mpmath at 60 digits, rounded once to float64.

/usr/bin/python3 activation-values.py > activation-values.json          (mpmath, numpy; a second)
The formulas are written so that no digits cancel. For float, x and the numbers of the activation are those of float32.
"""
import json, random
import numpy as np
from mpmath import mp, mpf, exp, expm1, log1p, tanh, erf, erfc, sqrt, pi, sin, cos

mp.dps = 60
CASES = []


def case(name, type, f, df, *numbers):
    CASES.append((name, type, f, df, numbers))


def sigmoid(x):
    return 1 / (1 + exp(-x)) if x >= 0 else exp(x) / (1 + exp(x))


def sigmoid_slope(x):
    e = exp(-abs(x))
    return e / (1 + e) ** 2


def softplus(x):
    return max(x, mpf(0)) + log1p(exp(-abs(x)))


def normal_cdf(x):
    return erfc(-x / sqrt(mpf(2))) / 2 if abs(x) < 1000 else mpf(int(x > 0))


def normal_density(x):
    return exp(-x * x / 2) / sqrt(2 * pi) if abs(x) < 1000 else mpf(0)


def tanh_shrink(x):
    z = x * x
    if abs(x) > 1e-4:
        return x - tanh(x)
    return x * z * (mpf(1) / 3 - z * (mpf(2) / 15 - z * (mpf(17) / 315 - z * (mpf(62) / 2835 - z * mpf(1382) / 155925))))


def mish_slope(x):
    w = exp(-abs(x))
    if x > 0:
        d = 1 + 2 * w + 2 * w * w
        return ((1 + 2 * w) * d + 4 * x * (1 + w) * w * w) / d ** 2
    d = w * w + 2 * w + 2
    return w * ((w + 2) * d + 4 * x * (1 + w)) / d ** 2


def squareplus(x, b):
    r = sqrt(x * x + b)
    return (x + r) / 2 if x >= 0 else b / (2 * (r - x))


def squareplus_slope(x, b):
    return squareplus(x, b) / sqrt(x * x + b)


def clip(x, low, high):
    return min(max(x, mpf(low)), mpf(high))


def one(holds):
    return mpf(int(holds))


SCALE, ALPHA = mpf("1.0507009873554804934193349852946"), mpf("1.6732632423543772848170429916717")
LINEAR = 2 * sqrt(2 / pi)
CUBIC = LINEAR * mpf("0.044715")
HEIGHT = mpf("1.7159")


def gelu_argument(x):
    return LINEAR * x + CUBIC * x ** 3


case("identity", "Identity", lambda x: x, lambda x: mpf(1))
case("sigmoid", "Sigmoid", sigmoid, sigmoid_slope)
case("tanh", "Tanh", tanh, lambda x: 4 * sigmoid_slope(2 * x))
case("relu", "Relu", lambda x: max(x, mpf(0)), lambda x: one(x > 0))
case("relu6", "Relu6", lambda x: clip(x, 0, 6), lambda x: one(0 < x <= 6))
for slope in 0.01, 0.25:
    case("leaky_relu", "LeakyRelu", lambda x, s: x if x > 0 else s * x, lambda x, s: mpf(1) if x > 0 else s, slope)
case("rrelu", "Rrelu", lambda x, a, b: x if x > 0 else (a + b) / 2 * x, lambda x, a, b: mpf(1) if x > 0 else (a + b) / 2, 0.125, 0.375)
case("threshold", "Threshold", lambda x, t, v: x if x > t else v, lambda x, t, v: one(x > t), 0.1, -0.25)
for alpha in 1.0, 0.7:
    case("elu", "Elu", lambda x, a: x if x > 0 else a * expm1(x), lambda x, a: mpf(1) if x > 0 else a * exp(x), alpha)
    case("celu", "Celu", lambda x, a: x if x > 0 else a * expm1(x / a), lambda x, a: mpf(1) if x > 0 else exp(x / a), alpha)
case("selu", "Selu", lambda x: SCALE * (x if x > 0 else ALPHA * expm1(x)), lambda x: SCALE * (1 if x > 0 else ALPHA * exp(x)))
case("exponential", "Exponential", exp, exp)
case("gelu", "Gelu", lambda x: x * normal_cdf(x), lambda x: normal_cdf(x) + x * normal_density(x))
case("gelu_tanh", "GeluTanh", lambda x: x * sigmoid(gelu_argument(x)),
     lambda x: sigmoid(gelu_argument(x)) + x * sigmoid_slope(gelu_argument(x)) * (LINEAR + 3 * CUBIC * x * x))
case("silu", "Silu", lambda x: x * sigmoid(x), lambda x: sigmoid(x) + x * sigmoid_slope(x))
case("mish", "Mish", lambda x: x * tanh(softplus(x)), mish_slope)
case("hard_swish", "HardSwish", lambda x: x * clip(x + 3, 0, 6) / 6,
     lambda x: mpf(0) if x <= -3 else (2 * x + 3) / 6 if x <= 3 else mpf(1))
for beta in 1.0, 3.0:
    case("softplus", "Softplus", lambda x, b: softplus(b * x) / b, lambda x, b: sigmoid(b * x), beta)
for b in 4.0, 0.3:
    case("squareplus", "Squareplus", squareplus, squareplus_slope, b)
case("sparse_plus", "SparsePlus", lambda x: mpf(0) if x <= -1 else (x + 1) ** 2 / 4 if x <= 1 else x, lambda x: clip((x + 1) / 2, 0, 1))
case("sparse_sigmoid", "SparseSigmoid", lambda x: clip((x + 1) / 2, 0, 1), lambda x: one(-1 < x <= 1) / 2)
case("log_sigmoid", "LogSigmoid", lambda x: -softplus(-x), lambda x: sigmoid(-x))
case("hard_sigmoid", "HardSigmoid", lambda x: clip(x + 3, 0, 6) / 6, lambda x: one(-3 < x <= 3) / 6)
for low, high in (-1.0, 1.0), (-0.5, 2.0):
    case("hard_tanh", "HardTanh", clip, lambda x, a, b: one(a < x <= b), low, high)
case("lecun_tanh", "LecunTanh", lambda x: HEIGHT * tanh(2 * x / 3), lambda x: HEIGHT * 8 / 3 * sigmoid_slope(4 * x / 3))
case("erf", "Erf", lambda x: erf(x) if abs(x) < 1000 else mpf(1 if x > 0 else -1),
     lambda x: 2 / sqrt(pi) * exp(-x * x) if abs(x) < 1000 else mpf(0))
case("softsign", "Softsign", lambda x: x / (1 + abs(x)), lambda x: 1 / (1 + abs(x)) ** 2)
case("tanh_shrink", "TanhShrink", tanh_shrink, lambda x: tanh(x) ** 2)
for width in 0.5, 1.25:
    case("soft_shrink", "SoftShrink", lambda x, w: x - clip(x, -w, w), lambda x, w: one(x <= -w or x > w), width)
    case("hard_shrink", "HardShrink", lambda x, w: x if abs(x) > w else mpf(0), lambda x, w: one(abs(x) > w), width)
case("sin", "Sin", sin, cos)

# Everywhere, the kinks, the zeros of derivatives, where formulas change over, and where results become subnormal and then 0.
COMMON = [0.1, 0.25, 0.3, 0.5, 0.7518, 0.88, 1, 1.1925, 1.25, 1.2785, 1.4, 2, 2.5, 3, 4.5, 6, 9.1, 13.4, 20, 1e-8, 1e-20, 1000, 1e6]
HARD = {"double": [26.5, 37.5, 38.4, 250, 372.5, 500, 708.5, 709.5, 740, 745.2, 750.5, 1e-160, 1e-300, 1e155, 1e300],
        "float": [5.5, 8, 14.1, 29, 43.9, 60, 87.5, 88.5, 95, 103.9, 107, 1e-30, 1e-40, 1e19, 1e38]}
RANDOM = random.Random(1)


def points(kind):
    to = float if kind == "double" else lambda x: float(np.float32(x))
    return [0.0] + [to(sign * x) for x in COMMON + HARD[kind] + [RANDOM.uniform(0, 6) for _ in range(6)] for sign in (-1, 1)]


def rows(f, df, numbers, kind):
    numbers = [mpf(n) if kind == "double" else mpf(float(np.float32(n))) for n in numbers]
    largest = 1.7e308 if kind == "double" else 3.4e38
    for x in points(kind):
        if f is sin and abs(x) > 2 ** 20 or f is exp and f(mpf(x)) > largest:
            continue
        yield [x, float(f(mpf(x), *numbers)), float(df(mpf(x), *numbers))]


lines = []
for name, type, f, df, numbers in CASES:
    both = {kind: list(rows(f, df, numbers, kind)) for kind in ("double", "float")}
    lines.append(json.dumps({"activation": name, "type": type, "parameters": numbers, **both}, separators=(",", ":")))
note = "x, phi(x) and phi'(x); mpmath at 60 digits, rounded once to float64. Written by activation-values.py."
print('{"note":"%s","cases":[\n%s\n]}' % (note, ",\n".join(lines)))
