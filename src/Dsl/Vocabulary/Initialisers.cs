using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>The initialisers' part of the table.</summary>
internal static class Initialisers
{
    private static readonly ParameterEntry Gain = new("gain", "1", 0, "Factor of the spread.");

    public static VocabularyTable<InitialiserEntry> Table { get; } = new(
        "Initialisers",
        "initialiser",
        Plain("zeros", InitialiserKind.Constant, "Every element 0.", [], new ArgumentFormula("value", "0")),
        Plain("ones", InitialiserKind.Constant, "Every element 1.", [], new ArgumentFormula("value", "1")),
        Plain(
            "constant",
            InitialiserKind.Constant,
            "Every element the same.",
            [new("value", null, double.NegativeInfinity, "The value of every element.")],
            new ArgumentFormula("value", "value")),
        Plain(
            "normal",
            InitialiserKind.Normal,
            "Normal distribution.",
            [new("mean", "0", double.NegativeInfinity, "Its mean."), new("std", "1", 0, "Its standard deviation.")],
            new("mean", "mean"),
            new("std", "std")),
        Plain(
            "uniform",
            InitialiserKind.Uniform,
            "Uniform distribution over [min, max).",
            [new("min", "-1", double.NegativeInfinity, "Its low end."), new("max", "1", double.NegativeInfinity, "Its high end.")],
            new("min", "min"),
            new("max", "max")),
        ScaledNormal(
            "lecun_normal", null, "sqrt(1 / fan_in)",
            "Keeps the variance through linear layers (LeCun et al. 1998, Efficient BackProp, §4.6)."),
        ScaledUniform(
            "lecun_uniform", null, "sqrt(3 / fan_in)",
            "As lecun_normal, uniform with the same variance."),
        ScaledNormal(
            "he_normal", "kaiming_normal", "sqrt(2 / fan_in)",
            "Keeps the variance through ReLU layers (He et al. 2015, eq. 10); not truncated."),
        ScaledUniform(
            "he_uniform", "kaiming_uniform", "sqrt(6 / fan_in)",
            "As he_normal, uniform with the same variance."),
        ScaledNormal(
            "xavier_normal", "glorot_normal", "sqrt(2 / (fan_in + fan_out))",
            "Between the forward and the backward condition (Glorot and Bengio 2010, eq. 12); not truncated."),
        ScaledUniform(
            "xavier_uniform", "glorot_uniform", "sqrt(6 / (fan_in + fan_out))",
            "As xavier_normal, uniform with the same variance (Glorot and Bengio 2010, eq. 16)."));

    private static InitialiserEntry Plain(
        string name, InitialiserKind kind, string documentation, ParameterEntry[] parameters, params ArgumentFormula[] arguments) =>
        new(name, EquatableArray<string>.Empty, new(parameters), kind, new(arguments), NeedsFans: false, documentation);

    private static InitialiserEntry ScaledNormal(string name, string? alias, string spread, string documentation) =>
        new(
            name,
            Aliases(alias),
            new([Gain]),
            InitialiserKind.Normal,
            new([new("mean", "0"), new("std", $"gain * {spread}")]),
            NeedsFans: true,
            documentation);

    private static InitialiserEntry ScaledUniform(string name, string? alias, string spread, string documentation) =>
        new(
            name,
            Aliases(alias),
            new([Gain]),
            InitialiserKind.Uniform,
            new([new("min", $"-(gain * {spread})"), new("max", $"gain * {spread}")]),
            NeedsFans: true,
            documentation);

    private static EquatableArray<string> Aliases(string? alias) => alias is null ? EquatableArray<string>.Empty : new([alias]);
}
