using System.Collections.Concurrent;

namespace FanIn.Theory.Activations;

/// <summary>
/// The activations of the literature by their names in the language, with the closed forms that are known of them. One that is not here
/// (a formula, a user's type) is as welcome everywhere; its expectations are integrated.
/// </summary>
public static class StandardActivations
{
    private delegate IScalarActivation Factory(Func<string, double, double> argument);

    private static readonly Dictionary<string, Factory> Factories = new(StringComparer.Ordinal)
    {
        ["identity"] = _ => LinearPieces.Identity(),
        ["relu"] = _ => LinearPieces.Relu(),
        ["leaky_relu"] = argument => LinearPieces.LeakyRelu(argument("slope", 0.01)),
        ["prelu"] = argument => LinearPieces.LeakyRelu(argument("slope", 0.25)),
        ["rrelu"] = argument => LinearPieces.LeakyRelu((argument("lower", 1.0 / 8) + argument("upper", 1.0 / 3)) / 2),
        ["abs"] = _ => LinearPieces.Abs(),
        ["relu6"] = _ => LinearPieces.Relu6(),
        ["hard_tanh"] = argument => LinearPieces.HardTanh(argument("min", -1), argument("max", 1)),
        ["hard_sigmoid"] = _ => LinearPieces.HardSigmoid(),
        ["sparse_sigmoid"] = _ => LinearPieces.SparseSigmoid(),
        ["soft_shrink"] = argument => LinearPieces.SoftShrink(argument("lambda", 0.5)),
        ["hard_shrink"] = argument => LinearPieces.HardShrink(argument("lambda", 0.5)),
        ["threshold"] = argument => LinearPieces.Threshold(argument("threshold", 0), argument("value", 0)),
        ["sign"] = _ => LinearPieces.Sign(),
        ["sigmoid"] = _ => SmoothFunctions.Sigmoid(),
        ["log_sigmoid"] = _ => SmoothFunctions.LogSigmoid(),
        ["tanh"] = _ => SmoothFunctions.Tanh(),
        ["lecun_tanh"] = _ => SmoothFunctions.LecunTanh(),
        ["tanh_shrink"] = _ => SmoothFunctions.TanhShrink(),
        ["erf"] = _ => SmoothFunctions.Erf(),
        ["sin"] = _ => SmoothFunctions.Sin(),
        ["exponential"] = _ => SmoothFunctions.Exponential(),
        ["gelu"] = _ => SmoothFunctions.Gelu(),
        ["gelu_tanh"] = _ => SmoothFunctions.GeluTanh(),
        ["silu"] = argument => SmoothFunctions.Silu(argument("beta", 1)),
        ["mish"] = _ => SmoothFunctions.Mish(),
        ["softplus"] = argument => SmoothFunctions.Softplus(argument("beta", 1)),
        ["softsign"] = _ => SmoothFunctions.Softsign(),
        ["squareplus"] = argument => SmoothFunctions.Squareplus(argument("b", 4)),
        ["elu"] = argument => SmoothFunctions.Elu(argument("alpha", 1)),
        ["celu"] = argument => SmoothFunctions.Celu(argument("alpha", 1)),
        ["selu"] = _ => SmoothFunctions.Selu(),
        ["hard_swish"] = _ => SmoothFunctions.HardSwish(),
        ["sparse_plus"] = _ => SmoothFunctions.SparsePlus(),
    };

    private static readonly ConcurrentDictionary<string, IScalarActivation> Known = new(StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<string, IScalarActivation> Usual = new(StringComparer.Ordinal);

    /// <summary>All names, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Factories.Keys.OrderBy(name => name, StringComparer.Ordinal)];

    /// <summary>The function of a name, or null when theory has none of its own; the same object for the same arguments.</summary>
    /// <param name="name"><c>leaky_relu</c>.</param>
    /// <param name="arguments">Parameters by name; those that are absent have their usual values.</param>
    public static IScalarActivation? Find(string name, IReadOnlyDictionary<string, double>? arguments = null)
    {
        var isUsual = arguments is null or { Count: 0 };
        if (isUsual && Usual.TryGetValue(name, out var usual))
        {
            return usual;
        }

        if (!Factories.TryGetValue(name, out var factory))
        {
            return null;
        }

        // The factory asks for what it needs: that, and nothing else, tells one function from another.
        var key = name;
        var activation = factory((parameter, standard) =>
        {
            var value = arguments is not null && arguments.TryGetValue(parameter, out var given) ? given : standard;
            key += FormattableString.Invariant($" {parameter}={value:R}");
            return value;
        });
        activation = Known.GetOrAdd(key, activation);
        return isUsual ? Usual.GetOrAdd(name, activation) : activation;
    }
}
