namespace FanIn.Theory.Quadrature;

/// <summary>How an integral against a Gaussian is cut into panels.</summary>
/// <param name="Points">Gauss–Legendre points in each panel.</param>
/// <param name="Reach">Where the Gaussian is cut off, in standard deviations.</param>
/// <param name="Width">The widest panel, in standard deviations.</param>
/// <param name="Tolerance">
/// A panel is halved until the highest Legendre terms of the function are this small beside it. The error of the integral is about the
/// square, as the rule is exact to twice the degree.
/// </param>
/// <param name="DeepestHalving">
/// A function that is not resolved after so many halvings has a kink or a jump that it did not name; what is left of the panel does not
/// count.
/// </param>
/// <param name="HermitePoints">Points of the Gauss–Hermite rule that stands in for panels where a Gaussian is narrow beside them.</param>
/// <param name="HermiteRatio">How many times wider than the Gaussian's standard deviation a panel must be for that.</param>
/// <param name="SmoothedWidth">Whatever was averaged over a Gaussian is resolved by panels of so many of its standard deviations.</param>
/// <param name="KinkOffsets">Where a kink that was averaged over a Gaussian is split, in standard deviations.</param>
internal sealed record PanelRule(
    int Points,
    double Reach,
    double Width,
    double Tolerance,
    int DeepestHalving,
    int HermitePoints,
    double HermiteRatio,
    double SmoothedWidth,
    double[] KinkOffsets)
{
    /// <summary>To 1e-14 for functions that are smooth between their kinks.</summary>
    public static PanelRule Fine { get; } = new(16, 13, 1.625, 1e-10, 30, 24, 4, 1, [-9, -4.5, -2, -0.75, 0, 0.75, 2, 4.5, 9]);

    /// <summary>To about 1e-6: what a printed digit needs.</summary>
    public static PanelRule Coarse { get; } = new(8, 6, 3, 1e-3, 12, 16, 1.25, 2, [-5, -1.5, 0, 1.5, 5]);

    private GaussLegendre? _rule;
    private GaussHermite? _hermite;

    /// <summary>The rule of <see cref="Points"/> points.</summary>
    public GaussLegendre Rule => _rule ??= new GaussLegendre(Points);

    /// <summary>The rule of <see cref="HermitePoints"/> points.</summary>
    public GaussHermite Hermite => _hermite ??= new GaussHermite(HermitePoints);
}
