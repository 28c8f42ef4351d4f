namespace FanIn.Theory.Activations;

/// <summary>An elementwise function φ as theory needs it: one number at a time.</summary>
public interface IScalarActivation
{
    /// <summary>φ(x).</summary>
    double Value(double x);

    /// <summary>φ′(x); at a kink that of the branch x ≤ kink.</summary>
    double Derivative(double x);

    /// <summary>Where φ or φ′ is not smooth, ascending; quadrature splits there. φ may jump at a kink.</summary>
    IReadOnlyList<double> Kinks { get; }
}
