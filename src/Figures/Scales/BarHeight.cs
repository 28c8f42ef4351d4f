namespace FanIn.Figures.Scales;

/// <summary>A bar as the y axis sees it.</summary>
/// <param name="Height">In the axis' unit.</param>
/// <param name="IsZeros">Whether most of it are exact zeros.</param>
internal readonly record struct BarHeight(double Height, bool IsZeros);
