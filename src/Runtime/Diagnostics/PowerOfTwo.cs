namespace FanIn.Runtime.Diagnostics;

/// <summary>Factors that change no digit.</summary>
internal static class PowerOfTwo
{
    /// <summary>The power of two that brings a number to [1, 2); 1 for 0 and what is not finite.</summary>
    public static double Near(double size) =>
        size > 0 && double.IsFinite(size) ? Math.ScaleB(1, Math.Clamp(-Math.ILogB(size), -1022, 1022)) : 1;
}
