namespace FanIn.Theory.Networks;

/// <summary>What enters a network, as a signal.</summary>
internal static class InputSignals
{
    /// <summary>The network's input. A normal one is a Gaussian of which every value is independent.</summary>
    public static Signal Of(InputSketch input, int batch) =>
        input.Data is { } data ? OfData(input, data, batch) : OfIndependent(input, batch);

    private static double Second(InputSketch input) => input.Mean * input.Mean + input.Variance;

    private static Signal OfIndependent(InputSketch input, int batch)
    {
        var isGaussian = input.IsNormal && input.Mean == 0;
        var squareVariance = input.SquareVariance ?? 2 * input.Variance * (input.Variance + 2 * input.Mean * input.Mean);
        var square = Second(input) * Second(input);
        var values = (double)input.Width * batch;

        // Of an input whose mean isn't 0: as if it were symmetric about it.
        var own = Math.Max(squareVariance - 4 * input.Mean * input.Mean * input.Variance, 0);
        return new Signal
        {
            Width = input.Width,
            Mean = input.Mean,
            Second = Second(input),
            Distance = input.Variance,
            Spread = isGaussian ? 0 : 1.0 / input.Width,
            Directions = isGaussian ? 0 : 1.0 / input.Width,
            Linear = 1,
            MeanNoise = isGaussian ? 0 : input.Variance / values,
            SecondNoise = isGaussian ? 0 : squareVariance / values,
            VarianceNoise = isGaussian ? 0 : own / values,
            Fourth = square + squareVariance,
            CentralFourth = input.Variance * input.Variance + own,
            Sensitivity = 1,
            IsGaussian = isGaussian,
        };
    }

    private static Signal OfData(InputSketch input, DataMoments data, int batch)
    {
        var (second, distance) = (Second(input), Second(input) * (1 - data.Cosine));
        var variance = second - input.Mean * input.Mean;
        return new Signal
        {
            Width = input.Width,
            Mean = input.Mean,
            Second = second,
            Distance = distance,
            Spread = data.Spread,
            DataSpread = data.Spread,
            Directions = data.Directions,
            Sizes = SizePair.Of(second, data.SizeSpread),
            HasData = true,
            Linear = 1,
            MeanNoise = Math.Max(variance - distance + distance / batch, 0) / input.Width,
            SecondNoise = data.SecondNoise,
            VarianceNoise = data.SecondNoise,
            Fourth = 3 * second * second,
            CentralFourth = 3 * variance * variance,
            Sensitivity = 1,
        };
    }
}
