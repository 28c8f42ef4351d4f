using System.Globalization;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>What a publication says, in its own digits or words, and what FanIn computes.</summary>
/// <param name="Quantity">What it is.</param>
/// <param name="Place">Where the publication says it: section, equation, figure or table.</param>
/// <param name="Published">As printed there.</param>
/// <param name="Ours">What FanIn computes, with digits to spare.</param>
/// <param name="Agrees">Whether the two agree to the digits that are printed.</param>
public sealed record PublishedNumber(string Quantity, string Place, string Published, string Ours, bool Agrees)
{
    /// <summary>A printed decimal: ours must round to it.</summary>
    public static PublishedNumber Decimal(string quantity, string place, string printed, double ours)
    {
        int point = printed.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : printed.Length - point - 1;
        double unit = Math.Pow(10, -decimals);
        bool agrees = Math.Abs(ours - double.Parse(printed, CultureInfo.InvariantCulture)) <= 0.5 * unit * (1 + 1e-9);
        return new(quantity, place, printed, ours.ToString($"F{decimals + 2}", CultureInfo.InvariantCulture), agrees);
    }

    /// <summary>A printed decimal that was cut off, not rounded: ours must begin with it.</summary>
    public static PublishedNumber Cut(string quantity, string place, string printed, double ours)
    {
        var rounded = Decimal(quantity, place, printed, ours);
        return rounded with { Agrees = rounded.Ours.StartsWith(printed, StringComparison.Ordinal) };
    }

    /// <summary>A number in closed form: ours must have its digits.</summary>
    public static PublishedNumber Exact(string quantity, string place, string printed, double value, double ours) =>
        new(quantity, place, printed, Number(ours), Math.Abs(ours - value) <= 1e-12 * Math.Max(1, Math.Abs(value)));

    /// <summary>A number that holds up to a stated distance.</summary>
    public static PublishedNumber About(string quantity, string place, string printed, double value, double tolerance, double ours) =>
        new(quantity, place, printed, Number(ours), Math.Abs(ours - value) <= tolerance);

    /// <summary>Something that the publication says without a number.</summary>
    public static PublishedNumber Claim(string quantity, string place, string said, double ours, bool holds) =>
        new(quantity, place, said, Number(ours), holds);

    /// <summary>Six digits; ∞ as such, and no -0.</summary>
    public static string Number(double value) => double.IsPositiveInfinity(value) ? "∞"
        : Math.Abs(value) < 1e-14 ? "0"
        : value.ToString("G6", CultureInfo.InvariantCulture).Replace("E-0", "e-", StringComparison.Ordinal)
            .Replace("E+0", "e", StringComparison.Ordinal);
}
