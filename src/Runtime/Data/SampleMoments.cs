using System.Numerics;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Numerics;
using FanIn.Theory.Networks;

namespace FanIn.Runtime.Data;

/// <summary>
/// What theory needs of the samples that enter a network (docs/theory.md, Data): mean squares and products of samples, over n. Every sum is
/// one chain in float64, whatever the dtype, so that the digits are the same everywhere.
/// </summary>
internal static class SampleMoments
{
    /// <summary>
    /// Products are formed of so many samples at most, the first: their spread needs no more, and would take the square of it.
    /// </summary>
    public const int MostPaired = 256;

    /// <summary>The moments of a batch.</summary>
    public static InputSketch Of<T>(BlockedMatrix<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Of(Values(batch), batch.Units);

    /// <summary>How large a gradient is, and how much alike for two samples.</summary>
    public static GradientMoments OfGradient<T>(BlockedMatrix<T> gradient, BlockedMatrix<T> output)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => OfGradient(Values(gradient), Values(output), gradient.Units);

    /// <summary>The moments of samples.</summary>
    /// <param name="values">Samples × features, row-major; one sample at least.</param>
    /// <param name="features">n.</param>
    public static InputSketch Of(ReadOnlySpan<double> values, int features)
    {
        var (sizes, sums) = (Sizes(values, features), new double[features]);
        var samples = sizes.Length;
        for (var i = 0; i < values.Length; i++)
            sums[i % features] += values[i];
        var second = Mean(sizes);
        var mean = Mean(sums) / samples;
        var (spread, directions) = Pairs(values, sizes, features);
        var total = Product(sums, sums);
        var cosine = samples == 1 ? mean * mean / second : ((total / samples) - second) / (samples - 1) / second;
        return InputSketch.OfData(
            features, mean, second - (mean * mean),
            new(second > 0 ? cosine : 1, spread, directions, second > 0 ? Variance(sizes, second) / (second * second) : 0));
    }

    /// <summary>How large a gradient is, and how much alike for two samples.</summary>
    /// <param name="values">dL/dz, row-major.</param>
    /// <param name="output">z.</param>
    /// <param name="units">Of the layer.</param>
    public static GradientMoments OfGradient(ReadOnlySpan<double> values, ReadOnlySpan<double> output, int units)
    {
        var sizes = Sizes(values, units);
        var products = Products(values, Math.Min(sizes.Length, MostPaired), units);
        DoubleDouble sum = 0;
        foreach (var product in products)
            sum += product * product;
        var (second, pairs) = (Mean(sizes), products.Length - products.GetLength(0));
        var (joint, outputs) = (Product(values, output), Product(output, output));
        return new(
            second,
            second > 0 && pairs > 0 ? sum.High / (second * second * pairs) : 0,
            second > 0 && outputs > 0 ? joint * joint / (second * outputs) : 0);
    }

    private static double[] Values<T>(BlockedMatrix<T> batch)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var values = new T[batch.Rows * batch.Units];
        batch.CopyTo(values);
        return Array.ConvertAll(values, double.CreateTruncating);
    }

    /// <summary>The mean square of each sample.</summary>
    private static double[] Sizes(ReadOnlySpan<double> values, int features)
    {
        var sizes = new double[values.Length / features];
        for (var i = 0; i < sizes.Length; i++)
            sizes[i] = Product(values.Slice(i * features, features), values.Slice(i * features, features));
        return sizes;
    }

    /// <summary>K_ij of the first samples; 0 for a sample with itself.</summary>
    private static double[,] Products(ReadOnlySpan<double> values, int samples, int features)
    {
        var products = new double[samples, samples];
        for (var i = 0; i < samples; i++)
        {
            for (var j = 0; j < i; j++)
                products[i, j] = products[j, i] = Product(values.Slice(i * features, features), values.Slice(j * features, features));
        }

        return products;
    }

    /// <summary>v₀ and what is left of it without what each sample has for itself.</summary>
    private static (double Spread, double Directions) Pairs(ReadOnlySpan<double> values, ReadOnlySpan<double> sizes, int features)
    {
        var samples = Math.Min(sizes.Length, MostPaired);
        if (samples < 3)
            return (0, 0);
        var (products, rows) = (Products(values, samples, features), new double[samples]);
        for (var i = 0; i < samples; i++)
        {
            for (var j = 0; j < samples; j++)
                rows[i] += products[i, j] / (samples - 1);
        }

        var mean = Mean(rows);
        var (all, own) = ((DoubleDouble)0, (DoubleDouble)0);
        for (var i = 0; i < samples; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var deviation = products[i, j] - mean;
                var left = products[i, j] - rows[i] - rows[j] + mean;
                (all, own) = (all + (deviation * deviation), own + (left * left));
            }
        }

        var distance = Mean(sizes[..samples]) - mean;
        var scale = distance > 0 ? 2 / (distance * distance * samples * (samples - 1)) : 0;
        return (scale * all.High, scale * own.High);
    }

    private static double Product(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var sum = 0.0;
        for (var k = 0; k < x.Length; k++)
            sum = Math.FusedMultiplyAdd(x[k], y[k], sum);
        return sum / x.Length;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        DoubleDouble sum = 0;
        foreach (var value in values)
            sum += value;
        return sum.High / values.Length;
    }

    private static double Variance(ReadOnlySpan<double> values, double mean)
    {
        DoubleDouble sum = 0;
        foreach (var value in values)
            sum += (value - mean) * (value - mean);
        return sum.High / values.Length;
    }
}

/// <summary>What theory is told of dL/dz of the last layer.</summary>
/// <param name="Second">Its mean square.</param>
/// <param name="Likeness">The mean square of its cosine between two samples: of g_i · g_j/n over <see cref="Second"/>.</param>
/// <param name="Echo">The share of its mean square that is a multiple of z.</param>
internal readonly record struct GradientMoments(double Second, double Likeness, double Echo);
