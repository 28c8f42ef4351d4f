using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Kernels;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Layers;

/// <summary>
/// Fills tensors from a stream, slice by slice through scratch memory: in order from a sequential stream, shared among the threads from a
/// counter-based one. Arithmetic is float64 for either dtype, each operation rounded.
/// </summary>
/// <param name="source">The stream.</param>
/// <param name="team">Who does the work.</param>
/// <param name="longestRow">The longest row that a target writes at once.</param>
internal sealed class TensorDraw(DrawSource source, WorkerTeam team, int longestRow) : IParallelWork
{
    /// <summary>Elements that are drawn at once: they stay in the first cache.</summary>
    public const int SliceLimit = 2048;

    private readonly int _room = Math.Max(SliceLimit, longestRow);
    private readonly double[] _scratch = new double[team.Threads * Math.Max(SliceLimit, longestRow)];
    private double[] _whole = [];
    private IDrawTarget? _target;
    private TensorKey _tensor;
    private Distribution _distribution;
    private double _first, _second;
    private TruncatedNormal _truncated;

    private enum Distribution
    {
        Normal,
        Uniform,
        TruncatedNormal,
    }

    /// <summary>Draws what is no distribution of single elements.</summary>
    public MatrixDraw Matrices { get; } = new(source);

    /// <summary>std·g, + mean if it is not 0.</summary>
    public void Normal(IDrawTarget target, TensorKey tensor, double mean, double std)
    {
        (_first, _second) = (mean, std);
        Run(target, tensor, Distribution.Normal);
    }

    /// <summary>min + (max − min)·u.</summary>
    /// <exception cref="ArgumentException">min is above max.</exception>
    public void Uniform(IDrawTarget target, TensorKey tensor, double min, double max)
    {
        if (min > max)
            throw new SettingException($"min must not be above max; found min = {MessageNumber.Of(min)}, max = {MessageNumber.Of(max)}.");
        (_first, _second) = (min, max);
        Run(target, tensor, Distribution.Uniform);
    }

    /// <summary>A normal distribution between two bounds.</summary>
    /// <exception cref="ArgumentException">There is nothing between them.</exception>
    public void Truncated(IDrawTarget target, TensorKey tensor, TruncatedNormal distribution)
    {
        if (!distribution.HasMass)
            throw new SettingException("Nothing of the normal distribution lies between the bounds of truncated_normal.");
        _truncated = distribution;
        Run(target, tensor, Distribution.TruncatedNormal);
    }

    /// <summary>Every element: value. Draws nothing.</summary>
    public void Constant(IDrawTarget target, double value)
    {
        for (var first = 0L; first < target.Count; first += target.SliceLength)
        {
            var slice = _scratch.AsSpan(0, (int)Math.Min(target.SliceLength, target.Count - first));
            slice.Fill(value);
            target.Write(first, slice);
        }
    }

    /// <summary>As the user's own type fills it. Its memory is reserved when a tensor is first drawn so.</summary>
    public void Own(IDrawTarget target, TensorKey tensor, int rows, int columns, IInitialiser initialiser)
    {
        var count = checked(rows * columns);
        if (_whole.Length < count)
            _whole = new double[count];
        var values = _whole.AsSpan(0, count);
        values.Clear();
        initialiser.Fill(new(source, tensor, rows, columns), values);
        for (var first = 0; first < count; first += target.SliceLength)
            target.Write(first, values.Slice(first, Math.Min(target.SliceLength, count - first)));
    }

    void IParallelWork.Do(int item, int worker)
    {
        var target = _target!;
        var first = (long)item * target.SliceLength;
        var slice = _scratch.AsSpan(worker * _room, (int)Math.Min(target.SliceLength, target.Count - first));
        if (_distribution == Distribution.Normal)
            source.Normals(_tensor, first, slice);
        else
            source.Uniforms(_tensor, first, slice);
        Transform(slice);
        target.Write(first, slice);
    }

    private void Run(IDrawTarget target, TensorKey tensor, Distribution distribution)
    {
        (_target, _tensor, _distribution) = (target, tensor, distribution);
        var slices = checked((int)((target.Count + target.SliceLength - 1) / target.SliceLength));
        if (source.IsCounterBased)
        {
            team.Run(this, slices);
            return;
        }

        for (var slice = 0; slice < slices; slice++)
            ((IParallelWork)this).Do(slice, worker: 0);
    }

    private void Transform(Span<double> values)
    {
        if (_distribution == Distribution.TruncatedNormal)
            _truncated.Map(values);
        else if (_distribution == Distribution.Uniform)
            MultiplyAdd(values, _second - _first, _first);
        else if (_first == 0)
            Multiply(values, _second);
        else
            MultiplyAdd(values, _second, _first);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Multiply(Span<double> values, double factor)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        foreach (ref var vector in vectors)
            vector *= factor;
        foreach (ref var value in values[(vectors.Length * Vector<double>.Count)..])
            value *= factor;
    }

    /// <summary>Two roundings, no fused multiply-add.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void MultiplyAdd(Span<double> values, double factor, double addend)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(values);
        var addends = new Vector<double>(addend);
        foreach (ref var vector in vectors)
            vector = (vector * factor) + addends;
        foreach (ref var value in values[(vectors.Length * Vector<double>.Count)..])
            value = (value * factor) + addend;
    }
}
