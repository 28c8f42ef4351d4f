using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What a variant is called.</summary>
internal sealed record VariantNames(string Id, string Label, string ClassName, IReadOnlyList<string> Enclosing);

/// <summary>Reads everything of one variant.</summary>
internal static class VariantBinder
{
    /// <summary>The variant, null when any part could not be read, and its outline.</summary>
    public static (Variant? Variant, VariantOutline Outline) Bind(ValueReader reader, Fields fields, VariantNames names)
    {
        var parameters = new ParametersBinder(reader).Bind(fields["parameters"]);
        var stream = fields["rng"] is { } rng ? reader.Entry(rng, Lexicon.Streams) : Lexicon.Streams[0];
        var seed = SeedBinder.Bind(reader, fields["seed"], stream);
        var dtype = fields["dtype"] is { } type ? reader.Entry(type, Lexicon.Dtypes) : Lexicon.Dtypes[0];
        var training = TrainingBinder.Bind(reader, fields);
        var input = training?.Input ?? InputBinder.Bind(reader, fields["input"]);
        var layers = LayersBinder.Bind(reader, fields["layers"], input, names.Enclosing);
        bool? keepAll = Keep(reader, fields["keep"]);
        var upstream = training is null ? BackwardBinder.Bind(reader, fields["backward"], keepAll) : null;
        TrainingBinder.CheckLayers(reader, training, fields, layers, keepAll);
        var observed = ObserveBinder.Bind(reader, fields);
        CheckObserved(reader, fields["observe"], observed, layers);
        DiagnosticsCheck.Report(reader, observed, layers, input, ObserveBinder.HasBackward(fields));
        var expectations = new ExpectBinder(reader, names.Label, layers, observed, training is not null).Bind(fields["expect"]);
        var figure = FigureBinder.Bind(reader, fields["figure"], names.Label);
        var allowances = AllowBinder.Bind(reader, fields["allow"], names.Label);
        var properties = ParametersBinder.Properties(reader, parameters, names.Enclosing, layers.Outlines);

        var outline = new VariantOutline(names.ClassName, dtype?.Name ?? "float64", layers.Outlines.ToEquatableArray())
        {
            Parameters = properties.ToEquatableArray(),
            OptimizerType = training is null ? null : training.Training?.Optimizer.RuntimeType ?? "Sgd",
        };
        bool isWhole = layers.Layers.All(layer => layer is not null) && parameters.All(parameter => parameter.Parameter is not null);
        if (stream is null || seed is null || dtype is null || input.Whole is null || !isWhole || keepAll is null || !observed.IsComplete
            || training is { Training: null })
            return (null, outline);
        if (!reader.Bag.HasErrors)
            CheckTotal(reader, fields, input.Whole, layers.Layers!, keepAll.Value, observed);
        var variant = new Variant(
            names.Id,
            names.Label,
            names.ClassName,
            seed,
            stream.Name,
            dtype.Name,
            input.Whole,
            layers.Layers.Select(layer => layer!).ToEquatableArray(),
            keepAll.Value,
            Histogram(observed, "activations"),
            Histogram(observed, "preactivations"),
            Histogram(observed, "weights"),
            expectations.ToEquatableArray(),
            figure)
        {
            Parameters = parameters.Select(parameter => parameter.Parameter!).ToEquatableArray(),
            Settings = SettableNumbers.All(
                parameters.Select(parameter => parameter.Parameter!), input.Whole.Distribution, upstream, training?.Training,
                layers.Layers.OfType<DenseLayer>()),
            Upstream = upstream,
            Training = training?.Training,
            Gradients = Histogram(observed, "gradients"),
            WeightGradients = Histogram(observed, "weight_gradients"),
            Diagnostics = Lexicon.Diagnostics.Names.Where(observed.Measures).ToEquatableArray(),
        };
        reader.File.Advised.Add(new(variant, layers.Sites, allowances));
        return (variant, outline);
    }

    private static HistogramSpec? Histogram(Observed observed, string tensor) =>
        observed.Histograms.TryGetValue(tensor, out var histogram) ? histogram : null;

    private static void CheckObserved(ValueReader reader, YamlNode? node, Observed observed, BoundLayers layers)
    {
        if (layers.Names.Count == 0 || layers.Kinds.Values.Contains(LayerKinds.Dense))
            return;
        if (observed.Named.FirstOrDefault(tensor => tensor is not ("activations" or "gradients")) is { } tensor)
            reader.Bag.Add(
                DiagnosticCatalog.Unsuitable, node!.Range,
                $"There is no dense layer, and no other has {tensor}: leave {tensor} out.");
    }

    private static bool? Keep(ValueReader reader, YamlNode? node)
    {
        if (node is null)
            return true;
        if (reader.Text(node, "keep", "all or last") is not { } text)
            return null;
        if (text.Value is "all" or "last")
            return text.Value == "all";
        reader.Bag.Add(
            DiagnosticCatalog.UnknownName, text.Range,
            $"keep must be all or last; found {Words.Quote(text.Value)}.{Words.Suggest(text.Value, ["all", "last"])}");
        return null;
    }

    private static void CheckTotal(
        ValueReader reader, Fields fields, Input input, IReadOnlyList<Layer> layers, bool keepAll, Observed observed)
    {
        // keep: last holds two layers' activations at a time, and what enters each residual around them.
        long activations = keepAll
            ? layers.Sum(layer => (long)input.Batch * layer.FanOut)
            : (2L + Nesting(layers)) * input.Batch * layers.Max(layer => layer.FanOut);
        long weights = layers.OfType<DenseLayer>().Sum(layer => ((long)layer.FanIn + 1) * layer.FanOut);
        long total = ((long)input.Batch * input.Features) + weights + activations;
        if (ObserveBinder.HasBackward(fields))
            total *= 3;     // as much again for a, and for the gradients
        else if (observed.Measures("saturation") || observed.Measures("similarity"))
            total += activations;       // a
        long widest = Math.Max(input.Features, layers.Max(layer => layer.FanOut));
        if (observed.Measures("linearity") || observed.Measures("spectrum"))
            total += (4 * input.Batch * widest) + (3 * widest * widest);    // copies in float64, and what comes of their products
        if (total > Limits.VariantElements)
            reader.Bag.Add(
                DiagnosticCatalog.TensorLimit, fields["layers"]!.Range,
                $"Input, weights and activations together would have {total} elements; at most {Limits.VariantElements} are allowed.");
    }

    private static int Nesting(IReadOnlyList<Layer> layers)
    {
        var starts = new int[layers.Count + 1];
        foreach (var residual in layers.OfType<ResidualLayer>())
            starts[residual.Skip]++;
        int open = 0, most = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            most = Math.Max(most, open += starts[i]);
            if (layers[i] is ResidualLayer)
                open--;
        }

        return most;
    }
}
