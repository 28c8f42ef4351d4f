using System.Globalization;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;

namespace FanIn.Cli.Tests.Fakes;

/// <summary>An experiment whose result is made up; counts how it is used.</summary>
internal sealed class FakeExperiment(ExperimentDefinition definition, ExperimentOptions options, FakeCatalog catalog) : IExperiment
{
    public ExperimentDefinition Definition => definition;

    public Seed Seed => options.Seed ?? definition.Seed;

    public ExperimentSettings Settings { get; } = new(definition);

    public RandomStream Stream => options.Stream ?? definition.Stream;

    public void Draw() => catalog.OnDraw(definition.Id);

    public void Forward()
    {
    }

    public void Backward()
    {
    }

    public void Train(CancellationToken cancellation)
    {
    }

    public void Observe()
    {
    }

    public ExperimentResult Run() => ToResult();

    public ExperimentResult ToResult() => new()
    {
        Definition = definition,
        Seed = Seed,
        Stream = Stream,
        Layers = [.. definition.Layers.Select((layer, i) => catalog.Seeded(Seed, catalog.Layer(definition, layer, i + 1)))],
    };

    public IReadOnlyList<ExpectationFailure> CheckExpectations() =>
        catalog.Failing.Contains(definition.Id) ? [.. definition.Expectations.Select(Fail)] : [];

    private ExpectationFailure Fail(Expectation expectation) => new(
        expectation,
        0.31,
        string.Create(
            CultureInfo.InvariantCulture,
            $"{definition.Id} {expectation.Layer} {expectation.Statistic} = 0.31, expected {expectation.Min} … {expectation.Max}"));

    public void Dispose() => catalog.Disposed();
}
