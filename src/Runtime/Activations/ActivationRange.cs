namespace FanIn.Runtime.Activations;

/// <summary>The closed interval of an activation's values; infinite where there is no end.</summary>
/// <param name="Low">No value is below.</param>
/// <param name="High">No value is above.</param>
public readonly record struct ActivationRange(double Low, double High)
{
    /// <summary>[−∞, ∞].</summary>
    public static ActivationRange All => new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>[0, ∞].</summary>
    public static ActivationRange NonNegative => new(0, double.PositiveInfinity);

    /// <summary>[0, 1].</summary>
    public static ActivationRange Unit => new(0, 1);

    /// <summary>[−1, 1].</summary>
    public static ActivationRange Symmetric => new(-1, 1);
}
