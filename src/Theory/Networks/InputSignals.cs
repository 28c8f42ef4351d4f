namespace FanIn.Theory.Networks;

/// <summary>What enters a network, as a signal.</summary>
internal static class InputSignals
{
    /// <summary>The network's input. A normal one is a Gaussian of which every value is independent.</summary>
    public static Signal Of(InputSketch input, int batch) => input.Data is { } data ? OfData(input, data) : OfIndependent(input, batch);

    private static double Second(InputSketch input) => input.Mean * input.Mean + input.Variance;

    private static Signal OfIndependent(InputSketch input, int batch)
    {
        var isGaussian = input.IsNormal && input.Mean == 0;
        var squareVariance = input.SquareVariance ?? 2 * input.Variance * (input.Variance + 2 * input.Mean * input.Mean);
        return new Signal
        {
            Width = input.Width,
            Mean = input.Mean,
            Second = Second(input),
            Distance = input.Variance,
            Spread = isGaussian ? 0 : 1.0 / input.Width,
            Directions = isGaussian ? 0 : 1.0 / input.Width,
            Linear = 1,
            SecondNoise = isGaussian ? 0 : squareVariance / ((double)input.Width * batch),
            Sensitivity = 1,
            IsGaussian = isGaussian,
        };
    }

    private static Signal OfData(InputSketch input, DataMoments data) => new()
    {
        Width = input.Width,
        Mean = input.Mean,
        Second = Second(input),
        Distance = Second(input) * (1 - data.Cosine),
        Spread = data.Spread,
        DataSpread = data.Spread,
        Directions = data.Directions,
        Sizes = SizePair.Of(Second(input), data.SizeSpread),
        HasData = true,
        Linear = 1,
        SecondNoise = data.SecondNoise,
        Sensitivity = 1,
    };
}
