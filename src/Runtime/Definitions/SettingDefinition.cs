namespace FanIn.Runtime.Definitions;

/// <summary>A number that can be set before a run, without a build: a parameter of the file, or a number of an initialiser.</summary>
/// <param name="Owner">
/// What has it: <c>input</c>, <c>train</c>, or a layer's name, which for layers that share a written one is that of all of them
/// (<c>hidden</c>) where they are alike and the numbered one (<c>hidden2</c>) where they differ. Empty for a parameter.
/// </param>
/// <param name="Number"><c>init.std</c>, <c>bias.value</c>; <c>std</c> of the input; a parameter's name.</param>
/// <param name="Default">What holds as long as nobody sets it, as the file writes it: <c>sqrt(2 / fan_in)</c>.</param>
/// <param name="Minimum">Smallest value allowed, inclusive; −∞ for none.</param>
/// <param name="Maximum">Largest value allowed, inclusive; +∞ for none.</param>
public sealed record SettingDefinition(
    string Owner, string Number, string Default, double Minimum = double.NegativeInfinity, double Maximum = double.PositiveInfinity)
{
    /// <summary>Whether <see cref="Minimum"/> itself is not allowed.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Whether <see cref="Maximum"/> itself is not allowed.</summary>
    public bool ExcludesMaximum { get; init; }

    /// <summary><c>hidden.init.std</c>; a parameter's bare name.</summary>
    public string Name => NameOf(Owner);

    /// <summary>Whether it may be set to the value.</summary>
    internal bool Allows(double value) => double.IsFinite(value)
        && (value > Minimum || (value == Minimum && !ExcludesMinimum))
        && (value < Maximum || (value == Maximum && !ExcludesMaximum));

    /// <summary>The name with another owner: <c>hidden3.init.std</c>.</summary>
    internal string NameOf(string owner) => owner.Length == 0 ? Number : $"{owner}.{Number}";
}
