using System.Runtime.CompilerServices;

namespace FanIn.Theory.Numerics;

/// <summary>How the loops of the theory are compiled.</summary>
internal static class Compile
{
    /// <summary>
    /// AggressiveOptimization, which netstandard2.0 does not name: optimised the first time, and not after thirty calls and a pause. A
    /// prediction is made once in a compiler or at the start of a run, and would be over by then.
    /// </summary>
    public const MethodImplOptions AtOnce = (MethodImplOptions)512;
}
