using FanIn.Runtime.Experiments;

namespace FanIn.Runtime.Results;

/// <summary>A number that was set, instead of what the file says.</summary>
/// <param name="Name"><c>hidden.init.std</c>; a parameter's bare name.</param>
/// <param name="Value">What it was set to; finite.</param>
public sealed record Setting(string Name, double Value)
{
    /// <summary><c>hidden.init.std = 0.5</c>, whatever the culture.</summary>
    public override string ToString() => $"{Name} = {MessageNumber.Of(Value)}";
}
