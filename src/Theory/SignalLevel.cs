namespace FanIn.Theory;

/// <summary>
/// What a layer makes of the size of a signal and of a gradient: the part of <see cref="GaussianMoments"/> that no band needs.
/// </summary>
/// <param name="Mean">E φ.</param>
/// <param name="Second">E φ² (Poole et al. 2016, eq. 3).</param>
/// <param name="Variance">Var φ.</param>
/// <param name="SlopeSecond">E φ′² (Poole et al. 2016, eq. 7); jumps of φ are left out.</param>
internal sealed record SignalLevel(double Mean, double Second, double Variance, double SlopeSecond)
{
    /// <summary>False where φ has a pole: <see cref="GaussianMoments.HasValues"/>.</summary>
    public bool HasValues { get; init; } = true;

    /// <summary>False where φ′ has one: <see cref="GaussianMoments.HasSlopes"/>.</summary>
    public bool HasSlopes { get; init; } = true;

    /// <summary>From moments around a value, which lose no digits where φ hardly leaves it.</summary>
    /// <param name="centre">The value, c.</param>
    /// <param name="shift">E (φ − c).</param>
    /// <param name="square">E (φ − c)².</param>
    /// <param name="slopes">E φ′².</param>
    public static SignalLevel Around(double centre, double shift, double square, double slopes) =>
        new(centre + shift, square + centre * (centre + 2 * shift), Math.Max(square - shift * shift, 0), slopes);

    /// <summary>The part of all moments.</summary>
    public static SignalLevel Of(GaussianMoments moments) => new(moments.Mean, moments.Second, moments.Variance, moments.SlopeSecond)
    {
        HasValues = moments.HasValues,
        HasSlopes = moments.HasSlopes,
    };
}
