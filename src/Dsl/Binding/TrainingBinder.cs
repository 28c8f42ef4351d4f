using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What could be read of <c>train</c>: the whole, and the shape of the input even where that is broken.</summary>
internal sealed record TrainingParts(Training? Training, InputParts Input);

/// <summary>Reads <c>train</c>.</summary>
internal static class TrainingBinder
{
    /// <summary>What it says; null where there is none.</summary>
    public static TrainingParts? Bind(ValueReader reader, Fields variant)
    {
        if (variant["train"] is not { } node)
            return null;
        Refuse(reader, variant["input"], "Training has the data for its input: leave input out, or train.");
        Refuse(reader, variant["backward"], "Training sends the gradient of its loss back: leave backward out, or train.");
        if (reader.Mapping(node, Keys.Training) is not { } fields)
            return new TrainingParts(null, new InputParts(null, null, null));
        var data = fields["data"] is { } written ? DataSetBinder.Bind(reader, written) : null;
        var heldOut = fields["held_out"] is { } share
            ? reader.Number(share, reader.Scope, Learning.HeldOut)
            : FormulaBinder.Bind(FormulaParser.Parse(Learning.HeldOut.Default!), Scope.Constants).Bound;
        int? steps = reader.Integer(fields["steps"], reader.Scope, "steps", 1, Limits.Steps);
        int? batch = reader.Integer(fields["batch"], reader.Scope, "batch", 1, (int)Limits.TensorElements);
        var loss = fields["loss"] is { } named ? reader.Entry(named, Lexicon.Losses) : Lexicon.Losses[0];
        var optimizer = OptimizerBinder.Bind(reader, fields);
        var observed = ObservedSteps(reader, fields["observe_at"], steps);
        CheckBatch(reader, fields, batch, data, heldOut?.Value);
        var training =
            data is null || heldOut is null || steps is null || batch is null || loss is null || optimizer is null || observed is null
                ? null
                : new Training(data, heldOut, steps.Value, loss.Name, optimizer, observed.ToEquatableArray());
        return new TrainingParts(training, new InputParts(batch, data?.Features, null) { IsData = true });
    }

    /// <summary>Refuses layers that can't be trained on the data.</summary>
    public static void CheckLayers(ValueReader reader, TrainingParts? training, Fields variant, BoundLayers layers, bool? keepAll)
    {
        if (training is null)
            return;
        if (keepAll == false)
            Refuse(
                reader, variant["keep"],
                "Training needs every layer's activations, which keep: last does not keep. Write keep: all, or leave it out.");
        if (layers.Kinds.Values.Contains(LayerKinds.Dropout))
            Refuse(
                reader, variant["layers"],
                "dropout draws once a run which elements it drops, so training would drop the same in every step: leave it out.");
        if (layers.Layers.LastOrDefault() is { } last && training.Training?.Data is { } data && last.FanOut != data.Classes)
            reader.Bag.Add(
                DiagnosticCatalog.ShapeMismatch, Last(reader, variant["layers"]!).Range,
                $"The last layer must have a unit for each class: {data.Name} has {data.Classes} classes, the layer {last.FanOut} units.");
    }

    private static YamlNode Last(ValueReader reader, YamlNode layers) =>
        reader.Resolve(layers) is YamlSequence { Items.Count: > 0 } list ? list.Items[list.Items.Count - 1] : layers;

    private static void Refuse(ValueReader reader, YamlNode? node, string why)
    {
        if (node is not null)
            reader.Bag.Add(DiagnosticCatalog.Unsuitable, node.Range, why);
    }

    private static void CheckBatch(ValueReader reader, Fields fields, int? batch, DataSet? data, double? heldOut)
    {
        int? samples = data switch
        {
            OpticalDigitsData => OpticalDigitsData.Samples,
            GaussianMixtureData mixture => mixture.Samples,
            _ => null,
        };
        int? held = samples is null || heldOut is null ? null : (int)(heldOut.Value * samples.Value);
        if (held == 0)
            reader.Bag.Add(
                DiagnosticCatalog.OutOfRange, (fields["held_out"] ?? fields["data"]!).Range,
                $"Of {samples} samples none is held out by held_out: {Words.Number(heldOut!.Value)}; one at least is needed.");
        if (batch > samples - held)
            reader.Bag.Add(
                DiagnosticCatalog.OutOfRange, fields["batch"]!.Range,
                $"batch must be at most {samples - held}: of {samples} samples {held} are held out; found {batch}.");
        if ((long?)batch * data?.Features > Limits.TensorElements)
            reader.Bag.Add(
                DiagnosticCatalog.TensorLimit, fields["batch"]!.Range,
                $"The input would have {batch} × {data!.Features} elements; at most {Limits.TensorElements} are allowed.");
    }

    private static List<int>? ObservedSteps(ValueReader reader, YamlNode? node, int? steps)
    {
        if (node is null)
            return [0, steps ?? 0];
        if (reader.List(node, "observe_at", "a list of numbers of steps, as in [0, 100, 2000]") is not { } items)
            return null;
        if (items.Count > Limits.Entries)
            reader.Bag.Add(
                DiagnosticCatalog.ExpansionLimit, node.Range,
                $"observe_at has {items.Count} entries; at most {Limits.Entries} are allowed.");
        var observed = new SortedSet<int>();
        bool isRead = true;
        foreach (var item in items.Take(Limits.Entries))
        {
            if (reader.Integer(item, reader.Scope, "A number of steps", 0, steps ?? Limits.Steps) is not { } step)
                isRead = false;
            else if (!observed.Add(step))
                reader.Bag.Add(DiagnosticCatalog.DuplicateName, item.Range, $"Step {step} is observed already.");
        }

        observed.Add(steps ?? 0);
        return isRead ? [.. observed] : null;
    }
}
