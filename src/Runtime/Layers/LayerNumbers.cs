using FanIn.Runtime.Experiments;

namespace FanIn.Runtime.Layers;

/// <summary>
/// The ranges of layers' numbers that a parameter may have a say in; what the file itself says was checked when it was read.
/// </summary>
internal static class LayerNumbers
{
    /// <summary>An ε: finite and not negative.</summary>
    public static double Epsilon(string layer, double epsilon) => double.IsFinite(epsilon) && epsilon >= 0
        ? epsilon
        : throw new SettingException($"The epsilon of {layer} must be at least 0; what is set makes it {MessageNumber.Of(epsilon)}.");

    /// <summary>The probability that an element is kept.</summary>
    public static double Keep(string layer, double keep) => keep is > 0 and <= 1
        ? keep
        : throw new SettingException($"keep of {layer} must be above 0 and at most 1; what is set makes it {MessageNumber.Of(keep)}.");
}
