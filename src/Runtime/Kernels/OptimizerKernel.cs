using System.Runtime.CompilerServices;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Training;

namespace FanIn.Runtime.Kernels;

/// <summary>A step of an optimizer for all elements of a parameter.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <typeparam name="TOptimizer">Which.</typeparam>
/// <param name="w">Count elements, and room for a vector behind them.</param>
/// <param name="g">Their gradient, likewise.</param>
/// <param name="first">What is kept of each, likewise; anything where nothing is kept.</param>
/// <param name="second">Likewise.</param>
/// <param name="count">How many.</param>
/// <param name="optimizer">The rule.</param>
internal readonly unsafe struct OptimizerKernel<T, TOptimizer>(T* w, T* g, T* first, T* second, int count, TOptimizer optimizer)
    : IVectorKernel<T>
    where T : unmanaged
    where TOptimizer : struct, IOptimizer
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public void Run<TVector>()
        where TVector : struct, IVector<TVector, T>
    {
        TVector m = default, v = default;
        for (var i = 0; i < count; i += TVector.Count)
        {
            if (TOptimizer.StatesPerElement > 0)
                m = TVector.Load(in first[i]);
            if (TOptimizer.StatesPerElement > 1)
                v = TVector.Load(in second[i]);
            optimizer.Step(TVector.Load(in w[i]), TVector.Load(in g[i]), ref m, ref v).Store(ref w[i]);
            if (TOptimizer.StatesPerElement > 0)
                m.Store(ref first[i]);
            if (TOptimizer.StatesPerElement > 1)
                v.Store(ref second[i]);
        }
    }
}
