using FanIn.Dsl.Model;

namespace FanIn.Generator.Emission;

/// <summary>The network in the signs of mathematics, for comments and documentation.</summary>
internal static class Notation
{
    /// <summary>What layer <paramref name="number"/> (from 1) computes: <c>z2 = tanh(z1 W2 + b2)</c>.</summary>
    public static string Layer(DenseLayer layer, int number)
    {
        string previous = number == 1 ? "x" : $"z{number - 1}";
        string affine = $"{previous} W{number}" + (layer.Bias is null ? "" : $" + b{number}");
        if (layer.Activation.Name == "identity")
            return $"z{number} = {affine}";
        return $"z{number} = {(layer.Activation.Formula is null ? layer.Activation.Name : "φ")}({affine})";
    }

    /// <summary>The activation with its parameters, if it has any, or its formula.</summary>
    public static string Activation(Activation activation) =>
        activation.Arguments.Count == 0 && activation.Formula is null ? activation.Name : activation.Written;

    /// <summary>Weights and biases of a layer.</summary>
    public static long Parameters(DenseLayer layer) => (long)layer.FanIn * layer.FanOut + (layer.Bias is null ? 0 : layer.FanOut);
}
