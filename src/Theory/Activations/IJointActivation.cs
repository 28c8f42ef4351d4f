namespace FanIn.Theory.Activations;

/// <summary>An activation whose slope costs little once the value is known. Quadrature asks for both at every point.</summary>
internal interface IJointActivation : IScalarActivation
{
    /// <summary>φ(x) and φ′(x).</summary>
    (double Value, double Slope) Both(double x);
}

/// <summary>φ and φ′ of any activation.</summary>
internal static class ScalarActivations
{
    /// <summary>Both at once where the activation can, one after the other where it can't.</summary>
    public static (double Value, double Slope) Both(this IScalarActivation activation, double x) =>
        activation is IJointActivation joint ? joint.Both(x) : (activation.Value(x), activation.Derivative(x));
}
