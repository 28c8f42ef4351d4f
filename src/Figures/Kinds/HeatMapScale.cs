using FanIn.Figures.Style;
using FanIn.Runtime.Results;
using SkiaSharp;

namespace FanIn.Figures.Kinds;

/// <summary>Colours around a layer's mean: blue below, orange above, full at so many standard deviations.</summary>
/// <param name="Mean">Of the finite values.</param>
/// <param name="Std">Likewise.</param>
internal readonly record struct HeatMapScale(double Mean, double Std)
{
    /// <summary>Where the colours end.</summary>
    public const double Deviations = 2.5;

    /// <summary>Whether all values are one.</summary>
    public bool IsFlat => !(Std > 0);

    public static HeatMapScale Of(ActivationSample sample)
    {
        var finite = sample.Values.Where(double.IsFinite).ToList();
        if (finite.Count == 0)
            return new(double.NaN, 0);

        // Scaled first, so that neither sum nor squares leave the range of numbers.
        var largest = finite.Max(Math.Abs);
        if (largest == 0)
            return new(0, 0);
        var mean = finite.Average(value => value / largest);
        var std = Math.Sqrt(finite.Average(value => ((value / largest) - mean) * ((value / largest) - mean)));
        return std < 1e-14 ? new(finite[0], 0) : new(mean * largest, std * largest);
    }

    public SKColor Color(double value)
    {
        if (double.IsNaN(value))
            return Palette.NotANumber;

        var place = IsFlat ? 0 : Math.Clamp((value - Mean) / Std / Deviations, -1, 1);
        var end = place < 0 ? Palette.Low : Palette.High;
        return new(Blend(end.Red), Blend(end.Green), Blend(end.Blue));

        byte Blend(byte full) => (byte)Math.Round(Palette.Middle.Red + ((full - Palette.Middle.Red) * Math.Abs(place)));
    }
}
