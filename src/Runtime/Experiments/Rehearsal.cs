using System.Numerics;
using System.Runtime.CompilerServices;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Statistics;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Experiments;

/// <summary>
/// A process that runs one experiment spends its time in the JIT. So when the first experiment of a dtype is made, another thread draws and
/// observes a small tensor of its own: what is compiled there need not be compiled while the user waits.
/// </summary>
/// <typeparam name="T">The dtype.</typeparam>
internal static unsafe class Rehearsal<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Bins = 30;
    private const int Series = ChunkKernel.Series;
    private const int Length = TensorView<T>.ChunkLength;

    private static int _begun;

    /// <summary>Begins, once in a process; not where all is compiled already, or the only processor has the experiment to run.</summary>
    /// <param name="source">The experiment's stream; a sequential one is left alone.</param>
    /// <param name="width">Of the vectors.</param>
    public static void Begin(DrawSource source, VectorWidth width)
    {
        if (RuntimeFeature.IsDynamicCodeCompiled && Environment.ProcessorCount > 1 && Interlocked.Exchange(ref _begun, 1) == 0)
            new Thread(() => Run(source, width)) { IsBackground = true, Name = "FanIn rehearsal" }.Start();
    }

    private static void Run(DrawSource source, VectorWidth width)
    {
        var drawn = stackalloc double[Length];
        if (source.IsCounterBased)
            source.Normals(default, 0, new(drawn, Length));

        using var team = new WorkerTeam(threads: 1);
        using var tensor = new NativeBuffer<T>(Series * Length);
        var observer = new TensorObserver<T>(team, width, default(ReductionCapacity).Include(Series, Length), Bins);
        var bins = new BinEdges<T>(Bins);
        bins.Reset(0, 1);
        var view = TensorView<T>.OfRows(tensor.Pointer, Series, Length);
        observer.Observe(view, bins, automatic: false, new("", Bins));
        observer.UnitMeans(new double[Series]);
        observer.Split();
        MeanSquare.Of(view, width);
    }
}
