using System.Globalization;
using static System.Math;
using static FanIn.Conformance.Tests.Claim;

namespace FanIn.Conformance.Tests;

/// <summary>Closed forms, written down without Inputs's vocabulary: what a paper's or a library's formula gives.</summary>
internal static class Claims
{
    private const double UniformKurtosis = -1.2;

    /// <summary>Std and excess kurtosis of N(0, 1) cut at ±2: scipy.stats.truncnorm(-2, 2).</summary>
    private const double CutStd = 0.8796256610342398;
    private const double CutKurtosis = -0.6344632828703505;

    public static IReadOnlyList<Claim> All { get; } =
    [
        Constant("zeros", 0),
        Constant("ones", 1),
        Constant("constant", 0.1),
        new("normal", "N(0.3, 0.5²)", 0.3, 0.5, 0),
        Uniform("uniform", "U(−0.1, 0.3)", -0.1, 0.3),
        Cut("truncated-normal", "N(0, 0.02²) cut at ±2 std", 0.02),
        Cut("truncated-normal-rescaled", "cut at ±2 std, std 0.02 after the cut", 0.02 / CutStd),
        new(
            "truncated-normal-absolute", "N(0.01, 0.02²) between −0.01 and 0.05",
            0.014592743581826582, 0.014418911737180917, -0.7198275420771028, -0.01, 0.05),
        new("truncated-normal-torch", "N(0, 0.02²) between −2 and 2", 0, 0.02, 0, -2, 2),
        Cut("variance-scaling", "√(2 / fan_avg) after the cut", Sqrt(2 / 1025.0) / CutStd),
        Normal("variance-scaling-normal", "√(1 / fan_out)", Sqrt(1.0 / Units)),
        Symmetric("variance-scaling-uniform", "±√(3 / √(fan_in fan_out))", Sqrt(3 / 1000.0)),
        Normal("lecun-normal", "√(1 / fan_in)", Sqrt(1.0 / Inputs)),
        Cut("lecun-normal-truncated", "√(1 / fan_in) after the cut", Sqrt(1.0 / Inputs) / CutStd),
        Symmetric("lecun-uniform", "±√(3 / fan_in)", Sqrt(3.0 / Inputs)),
        Normal("he-normal", "√(2 / fan_in)", Sqrt(2.0 / Inputs)),
        Cut("he-normal-truncated", "√(2 / fan_in) after the cut", Sqrt(2.0 / Inputs) / CutStd),
        Normal("he-normal-out", "√(2 / fan_out)", Sqrt(2.0 / Units)),
        Symmetric("he-uniform", "±√(6 / fan_in)", Sqrt(6.0 / Inputs)),
        Normal("xavier-normal", "√(2 / (fan_in + fan_out))", Sqrt(2.0 / 2050)),
        Cut("xavier-normal-truncated", "√(2 / (fan_in + fan_out)) after the cut", Sqrt(2.0 / 2050) / CutStd),
        Symmetric("xavier-uniform", "±√(6 / (fan_in + fan_out))", Sqrt(6.0 / 2050)),
        Normal("gain", "2 √(2 / (fan_in + fan_out))", 2 * Sqrt(2.0 / 2050)),
        Normal("gain-torch", "5/3 √(1 / fan_in): tanh", 5.0 / 3 * Sqrt(1.0 / Inputs)),
        Symmetric("gain-exact", "±1.592537 √(3 / fan_in): tanh", 1.5925374197228301 * Sqrt(3.0 / Inputs)),
        new("edge-of-chaos", "1.327010 / √fan_in: tanh, σ_b² = 0.05", 0, 1.32700966070588 / Sqrt(Inputs), 0),
        Symmetric("siren", "±1 / fan_in in the first layer", 1.0 / Inputs),
        Normal("random-walk", "√2 exp(1.2 / (fan_in − 2.4)) / √fan_in", Sqrt(2) * Exp(1.2 / (Inputs - 2.4)) / Sqrt(Inputs)),
        Symmetric("torch-default", "±1 / √fan_in", 1 / Sqrt(Inputs)),
        Symmetric("keras-default", "±√(6 / (fan_in + fan_out))", Sqrt(6.0 / 2050)),
        Cut("flax-default", "√(1 / fan_in) after the cut", Sqrt(1.0 / Inputs) / CutStd),
        Symmetric("mxnet-default", "±0.07", 0.07),
        Symmetric("tf-playground", "±0.5", 0.5),
        new("sparse", "N(0, 0.01²), 90 % zeros", 0, 0.01 * Sqrt(0.1), (3 / 0.1) - 3) { KurtosisError = 0.33 },
        Matrix("orthogonal", "2 Q, Q Qᵀ = 1", 4.0 / Units),
        Ones("identity", "1 on the diagonal", 1.0 / Units),
        Ones("dirac", "1 on two diagonals of 625", 1.0 / Inputs),
        Matrix("looks-linear", "[A −A], A orthogonal", 1.0 / Inputs),
    ];

    private static Claim Constant(string variant, double value) =>
        new(variant, value.ToString(CultureInfo.InvariantCulture), value, 0, double.NaN, value, value) { IsExact = true };

    private static Claim Normal(string variant, string formula, double std) => new(variant, formula, 0, std, 0);

    private static Claim Cut(string variant, string formula, double std) =>
        new(variant, formula, 0, std * CutStd, CutKurtosis, -2 * std, 2 * std);

    private static Claim Symmetric(string variant, string formula, double limit) => Uniform(variant, formula, -limit, limit);

    private static Claim Uniform(string variant, string formula, double low, double high) =>
        new(variant, formula, (low + high) / 2, (high - low) / Sqrt(12), UniformKurtosis, low, high);

    /// <summary>The sum of squares is fixed, the mean is not; kurtosis is a normal's but for a term of order 1/n.</summary>
    private static Claim Matrix(string variant, string formula, double meanSquare) => new(variant, formula, 0, Sqrt(meanSquare), 0);

    private static Claim Ones(string variant, string formula, double share) =>
        new(variant, formula, share, Sqrt(share * (1 - share)), double.NaN, 0, 1) { IsExact = true };
}
