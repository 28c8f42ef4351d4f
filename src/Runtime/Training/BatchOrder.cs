using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Training;

/// <summary>
/// Which samples are in which batch. Each epoch e, from 0, has a <see cref="Shuffle"/> of its own; its uniforms are the elements e · n to
/// e · n + n − 1 of the philox tensor <c>train/order</c>. Batches follow one another in it; what is left over at an epoch's end is not
/// used.
/// </summary>
internal sealed class BatchOrder
{
    private static readonly TensorKey Key = TensorKey.Of("train/order");

    private readonly DrawSource _source;
    private readonly int _batch;
    private readonly int[] _order;
    private readonly double[] _uniforms;
    private int _next;
    private long _epoch;

    /// <summary>The order of so many samples.</summary>
    public BatchOrder(ulong seed, int samples, int batch)
    {
        (_source, _batch) = (DrawSource.Create(RandomStream.Philox, seed), batch);
        (_order, _uniforms) = (new int[samples], new double[samples]);
        Restart();
    }

    /// <summary>Back to the first batch of the first epoch.</summary>
    public void Restart() => (_next, _epoch) = (_order.Length, 0);

    /// <summary>The samples of the next batch.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (_next + _batch > _order.Length)
            BeginEpoch();
        _next += _batch;
        return _order.AsSpan(_next - _batch, _batch);
    }

    private void BeginEpoch()
    {
        _source.Uniforms(Key, _epoch * _order.Length, _uniforms);
        Shuffle.Fill(_order, _uniforms);
        (_next, _epoch) = (0, _epoch + 1);
    }
}
