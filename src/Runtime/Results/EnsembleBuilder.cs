using System.Collections.Immutable;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Streams;

namespace FanIn.Runtime.Results;

/// <summary>
/// Collects results seed by seed and keeps sums alone, so that memory does not grow with the number of seeds. The order of the results is
/// part of what the ensemble's bits are; give them in the order of the seeds.
/// </summary>
public sealed class EnsembleBuilder
{
    private readonly List<Seed> _seeds = [];
    private ExperimentResult? _first;
    private LayerSums[] _layers = [];
    private int[] _met = [];
    private bool _isOneNetwork = true;

    /// <summary>Takes the result of the next seed.</summary>
    /// <exception cref="ArgumentException">It is of another experiment or stream than those before, or other numbers were set.</exception>
    public void Add(ExperimentResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (_first is null)
        {
            _first = result;
            _layers = [.. result.Layers.Select(layer => new LayerSums(layer))];
            _met = new int[result.Definition.Expectations.Count];
        }

        if (result.Definition != _first.Definition || result.Stream != _first.Stream || !result.Settings.SequenceEqual(_first.Settings))
            throw new ArgumentException($"An ensemble of {_first.Definition.Id} has no place for {result.Definition.Id}.", nameof(result));
        _isOneNetwork &= Equals(result.Sketch, _first.Sketch);
        _seeds.Add(result.Seed);
        for (var i = 0; i < _layers.Length; i++)
            _layers[i].Add(result.Layers[i]);
        for (var i = 0; i < _met.Length; i++)
            _met[i] += ExpectationCheck.IsMet(result, result.Definition.Expectations[i], out _) ? 1 : 0;
    }

    /// <summary>The ensemble of all results so far.</summary>
    /// <exception cref="InvalidOperationException">There are none.</exception>
    public EnsembleResult ToResult() => _first is null
        ? throw new InvalidOperationException("An ensemble has at least one result.")
        : new()
        {
            Definition = _first.Definition,
            Stream = _first.Stream,
            Seeds = [.. _seeds],
            Settings = _first.Settings,
            Sketch = _isOneNetwork ? _first.Sketch : null,
            Layers = [.. _layers.Select(layer => layer.ToResult())],
            Expectations = [.. _first.Definition.Expectations.Zip(_met, (e, met) => new EnsembleExpectation(e, met, _seeds.Count))],
        };

    /// <summary>The sums of one layer.</summary>
    private sealed class LayerSums(LayerResult first)
    {
        private readonly TensorSums? _activations = TensorSums.Of(first.Activations, first.Split);
        private readonly TensorSums? _preActivations = TensorSums.Of(first.PreActivations, null);
        private readonly TensorSums? _weights = TensorSums.Of(first.Weights, null);
        private readonly TensorSums? _gradients = TensorSums.Of(first.Gradients, null);
        private readonly TensorSums? _preActivationGradients = TensorSums.Of(first.PreActivationGradients, null);
        private readonly TensorSums? _weightGradients = TensorSums.Of(first.WeightGradients, null);
        private readonly TensorSums? _biasGradients = TensorSums.Of(first.BiasGradients, null);
        private readonly string[] _names =
            [.. StatisticNames.OfLayer.Where(name => name != StatisticNames.SigmaW2 && StatisticNames.Read(first, name) is not null)];

        private readonly SeedMoments[] _own = new SeedMoments[StatisticNames.OfLayer.Count];
        private SeedMoments _sigmaW2;

        public void Add(LayerResult layer)
        {
            _activations?.Add(layer.Activations!, layer.Split);
            _preActivations?.Add(layer.PreActivations!, null);
            _weights?.Add(layer.Weights!, null);
            _gradients?.Add(layer.Gradients!, null);
            _preActivationGradients?.Add(layer.PreActivationGradients!, null);
            _weightGradients?.Add(layer.WeightGradients!, null);
            _biasGradients?.Add(layer.BiasGradients!, null);
            _sigmaW2.Add(layer.SigmaW2 ?? double.NaN);
            for (var i = 0; i < _names.Length; i++)
                _own[i].Add(StatisticNames.Read(layer, _names[i]) ?? double.NaN);
        }

        public EnsembleLayer ToResult() => new()
        {
            Layer = first.Layer,
            Name = first.Name,
            Kind = first.Kind,
            Batch = first.Batch,
            Units = first.Units,
            Activations = _activations?.ToResult(),
            PreActivations = _preActivations?.ToResult(),
            Weights = _weights?.ToResult(),
            Gradients = _gradients?.ToResult(),
            PreActivationGradients = _preActivationGradients?.ToResult(),
            WeightGradients = _weightGradients?.ToResult(),
            BiasGradients = _biasGradients?.ToResult(),
            SigmaW2 = first.SigmaW2 is null ? null : _sigmaW2.Statistic(),
            Statistics = [.. _names.Zip(_own, (name, moments) => new NamedSeedStatistic(name, moments.Statistic()))],
        };
    }

    /// <summary>The sums of one tensor.</summary>
    private sealed class TensorSums(TensorStatistics first, bool hasSplit)
    {
        private readonly SeedMoments[] _statistics =
            new SeedMoments[StatisticNames.OfTensor.Count + (hasSplit ? StatisticNames.OfSplit.Count : 0)];

        private readonly SeedMoments[] _bins = new SeedMoments[first.Histogram.Bins];
        private SeedMoments _low;
        private SeedMoments _high;

        public static TensorSums? Of(TensorStatistics? first, VarianceSplit? split) =>
            first is null ? null : new(first, split is not null);

        public void Add(TensorStatistics tensor, VarianceSplit? split)
        {
            var i = 0;
            foreach (var name in StatisticNames.OfTensor)
                _statistics[i++].Add(StatisticNames.Read(tensor, name)!.Value);
            foreach (var name in split is null ? [] : StatisticNames.OfSplit)
                _statistics[i++].Add(StatisticNames.Read(split!, name)!.Value);
            for (var bin = 0; bin < _bins.Length; bin++)
                _bins[bin].Add(tensor.Histogram.Counts[bin]);
            _low.Add(tensor.Histogram.Low);
            _high.Add(tensor.Histogram.High);
        }

        public EnsembleTensor ToResult()
        {
            var (low, high) = (_low.Statistic(), _high.Statistic());
            var bins = _bins.Select(bin => bin.Statistic()).ToArray();
            var names = StatisticNames.OfTensor.Concat(hasSplit ? StatisticNames.OfSplit : []);
            return new()
            {
                Count = first.Count,
                Statistics = [.. names.Zip(_statistics, (name, moments) => new NamedSeedStatistic(name, moments.Statistic()))],
                Histogram = new()
                {
                    Low = low.Mean,
                    High = high.Mean,
                    SharesBins = low.Min.Equals(low.Max) && high.Min.Equals(high.Max),
                    Counts = [.. bins.Select(bin => bin.Mean)],
                    CountSds = [.. bins.Select(bin => bin.Sd)],
                },
            };
        }
    }
}
