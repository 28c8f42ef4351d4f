using FanIn.Runtime.Initialisation;
using FanIn.Runtime.Statistics;

namespace FanIn.Runtime.Layers;

public sealed unsafe partial class Parameter<T>
{
    /// <summary>Says that from here on the data decides what the elements are, even where it leaves them alone.</summary>
    internal void FollowData() => Drawn = Drawn with { AskedStd = double.NaN, Origin = DrawnOrigin.Data };

    /// <summary>Multiplies every element, in float64, and rounds it to the dtype.</summary>
    internal void Scale(double factor)
    {
        var elements = new Span<T>(Pointer, Rows * Columns);
        foreach (ref var element in elements)
            element = T.CreateTruncating(double.CreateTruncating(element) * factor);
        Changed(elements);
    }

    /// <summary>Divides each column by its unit's standard deviation, where it has one.</summary>
    internal void DivideColumns(ReadOnlySpan<Moments> units)
    {
        var elements = new Span<T>(Pointer, Rows * Columns);
        for (var i = 0; i < elements.Length; i++)
            elements[i] = T.CreateTruncating(double.CreateTruncating(elements[i]) / Divisor(units[i % Columns]));
        Changed(elements);
    }

    /// <summary>(b − mean) / std of each unit's pre-activations, of which this is the bias.</summary>
    internal void Standardise(ReadOnlySpan<Moments> units)
    {
        var elements = new Span<T>(Pointer, Rows * Columns);
        for (var i = 0; i < elements.Length; i++)
            elements[i] = T.CreateTruncating((double.CreateTruncating(elements[i]) - units[i].Mean) / Divisor(units[i]));
        Changed(elements);
    }

    /// <summary>A unit that gives one number for every input cannot be brought to std 1, and stays as it is.</summary>
    private static double Divisor(in Moments unit) => unit.Std is > 0 and var std ? std : 1;

    private void Changed(Span<T> elements)
    {
        FollowData();
        _packed?.Take(Pointer, 0, elements.Length);
        GC.KeepAlive(this);
    }
}
