using System.Globalization;
using FanIn.Runtime.Results;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Rendering;

/// <summary>A measurement beside its prediction: whether it landed in the band, and how far off it is where it did not.</summary>
/// <param name="Predicted">What theory says.</param>
/// <param name="Measured">What came of it.</param>
internal readonly record struct Landing(Estimate Predicted, double Measured)
{
    /// <summary>What stands for a band that rounds to nothing beside its value.</summary>
    private const string NoSpread = "± 0.0000";

    /// <summary>The prediction and its band: <c>0.1212 ± 0.0081</c>; without a band the value alone.</summary>
    public string Band => double.IsNaN(Predicted.Deviation) ? Value
        : PlusMinus.Of(Predicted.Value, Predicted.Deviation) is var text && !text.EndsWith(NoSpread, StringComparison.Ordinal) ? text
        : $"{Value} ± {Predicted.Deviation.ToString("0e-0", CultureInfo.InvariantCulture)}";

    /// <summary>The prediction alone.</summary>
    public string Value => ShortNumber.Of(Predicted.Value);

    /// <summary>Whether the measurement is so far off that chance hardly explains it.</summary>
    public bool IsOff => Math.Abs(Predicted.Distance(Measured)) > PredictedStatistic.MarkedDistance;

    /// <summary>
    /// <c>✓</c> in the band, <c>▲ +5.3</c> or <c>▼ -6.1</c> so many standard deviations above or below it; nothing where there is no band.
    /// </summary>
    public string Mark
    {
        get
        {
            double distance = Predicted.Distance(Measured);
            if (double.IsNaN(distance))
                return "";
            string far = Math.Abs(distance) > 99 ? "99" : Math.Abs(distance).ToString("0.0", CultureInfo.InvariantCulture);
            return !IsOff ? "✓" : distance > 0 ? $"▲ +{far}" : $"▼ -{far}";
        }
    }

    /// <summary>How a measurement landed; null without a prediction or a measurement.</summary>
    public static Landing? Of(PredictedStatistic statistic, LayerPrediction? prediction, LayerResult layer) =>
        prediction is not null && statistic.Predicted(prediction) is { } predicted && statistic.Measured(layer) is { } measured
            ? new Landing(predicted, measured)
            : null;
}
