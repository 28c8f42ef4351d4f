using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Experiments;

/// <summary>One number of one layer that can be set.</summary>
/// <param name="Name">Its full name: <c>hidden3.init.std</c>.</param>
/// <param name="Definition">What the file says of it.</param>
/// <param name="Layer">The layer; null for a number of the input and for a parameter.</param>
public sealed record SettingTarget(string Name, SettingDefinition Definition, LayerDefinition? Layer);
