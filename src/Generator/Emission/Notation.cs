using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The network in the signs of mathematics, for comments and documentation.</summary>
internal static class Notation
{
    /// <summary>What layer <paramref name="number"/> (from 1) computes: <c>z2 = tanh(z1 W2 + b2)</c>.</summary>
    public static string Layer(Layer layer, int number)
    {
        string previous = Output(number - 1);
        return $"z{number} = " + layer switch
        {
            DenseLayer dense => Dense(dense, previous, number),
            ActivationLayer activation => $"{Symbol(activation.Activation)}({previous})",
            ResidualLayer residual => $"{Output(residual.Skip)} + {Factor(residual.Scale)}{previous}",
            _ => $"{layer.Kind}({previous})",
        };
    }

    /// <summary>
    /// What layer <paramref name="number"/> (from 1) sends back: <c>da2 = dz2 tanh'(a2), dW2 = z1ᵀ da2, dz1 = da2 W2ᵀ</c>.
    /// </summary>
    public static string Gradient(Layer layer, int number)
    {
        string previous = Output(number - 1);
        return layer switch
        {
            DenseLayer dense => Gradient(dense, previous, number),
            ActivationLayer activation => $"d{previous} = dz{number} {Symbol(activation.Activation)}'({previous})",
            ResidualLayer residual => $"d{previous} = {Factor(residual.Scale)}dz{number}, d{Output(residual.Skip)} = dz{number} + …",
            DropoutLayer => $"d{previous} = dropout(dz{number}), the same elements",
            _ => $"d{previous} = dz{number} through {layer.Kind}",
        };
    }

    /// <summary>A layer in a few words: <c>100 → 50, tanh</c>.</summary>
    public static string Summary(Layer layer) => layer switch
    {
        DenseLayer dense => $"{layer.FanIn} → {layer.FanOut}, {Activation(dense.Activation)}",
        ActivationLayer activation => $"{layer.FanOut}, {Activation(activation.Activation)}",
        ResidualLayer residual => $"{layer.FanOut}, {Output(residual.Skip)} + {Factor(residual.Scale)}branch",
        _ => $"{layer.FanOut}, {layer.Written}",
    };

    /// <summary>The kind with its numbers; of an activation layer the activation.</summary>
    public static string Written(Layer layer) => layer is ActivationLayer own ? Activation(own.Activation) : layer.Written;

    private static string Dense(DenseLayer layer, string previous, int number)
    {
        string affine = $"{previous} W{number}" + (layer.Bias is null ? "" : $" + b{number}");
        return layer.Activation.Name == "identity" ? affine : $"{Symbol(layer.Activation)}({affine})";
    }

    private static string Symbol(Activation activation) => activation.Formula is null ? activation.Name : "φ";

    private static string Gradient(DenseLayer layer, string previous, int number)
    {
        bool isLinear = layer.Activation.Name == "identity";
        string da = isLinear ? $"dz{number}" : $"da{number}";
        string own = isLinear ? "" : $"{da} = dz{number} {Symbol(layer.Activation)}'(a{number}), ";
        string bias = layer.Bias is null ? "" : $"db{number} = Σ {da}, ";
        string onDemand = number == 1 ? " when asked for" : "";
        return $"{own}dW{number} = {previous}ᵀ {da}, {bias}d{previous} = {da} W{number}ᵀ{onDemand}";
    }

    private static string Output(int number) => number == 0 ? "x" : $"z{number}";

    private static string Factor(BoundFormula scale) =>
        scale.Written == "1" ? "" : scale.Tree is NumberNode ? $"{Escape.Comment(scale.Written)} " : $"({Escape.Comment(scale.Written)}) ";

    /// <summary>The activation with its parameters, if it has any, or its formula.</summary>
    public static string Activation(Activation activation) =>
        activation.Arguments.Count == 0 && activation.Formula is null ? activation.Name : activation.Written;

    /// <summary>Weights and biases of a layer.</summary>
    public static long Parameters(DenseLayer layer) => (long)layer.FanIn * layer.FanOut + (layer.Bias is null ? 0 : layer.FanOut);
}
