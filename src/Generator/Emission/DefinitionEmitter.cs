using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The property Definition: what the file says, as data.</summary>
internal static class DefinitionEmitter
{
    /// <summary>Writes the property. What has its default is left out.</summary>
    public static void Write(SourceWriter writer, Experiment experiment, Variant variant)
    {
        writer.Line("/// <summary>What the file says of this experiment.</summary>");
        writer.Line($"public static {Names.Runtime}::Definitions.ExperimentDefinition Definition {{ get; }} = new()");
        using var body = writer.Braces("};");
        writer.Line($"Id = {Escape.Literal(variant.Id)},");
        writer.Line($"Name = {Escape.Literal(experiment.Name)},");
        if (variant.Label.Length > 0)
            writer.Line($"Label = {Escape.Literal(variant.Label)},");
        if (experiment.Description.Length > 0)
            writer.Line($"Description = {Escape.Literal(experiment.Description)},");
        writer.Line($"SourcePath = {Escape.Literal(experiment.SourcePath)},");
        writer.Line($"SourceHash = {Escape.Literal(experiment.SourceHash)},");
        writer.Line($"Seed = {SeedPrinter.Print(variant.Seed)},");
        writer.Line($"Stream = {Names.Stream(variant.Stream)},");
        writer.Line($"Dtype = {Escape.Literal(variant.Dtype)},");
        writer.Line($"Batch = {variant.Input.Batch},");
        writer.Line($"Features = {variant.Input.Features},");
        writer.Line($"Input = {Escape.Literal(variant.InputWritten)},");
        WriteLayers(writer, variant);
        SettingsEmitter.Write(writer, variant);
        if (!variant.KeepAll)
            writer.Line("KeepAll = false,");
        WriteHistogram(writer, "Activations", variant.Activations);
        WriteHistogram(writer, "PreActivations", variant.PreActivations);
        WriteHistogram(writer, "Weights", variant.Weights);
        if (variant.Upstream is not null)
            writer.Line($"Upstream = {Escape.Literal(variant.Upstream.Written)},");
        TrainingEmitter.WriteDefinition(writer, variant);
        WriteHistogram(writer, "Gradients", variant.Gradients);
        WriteHistogram(writer, "WeightGradients", variant.WeightGradients);
        if (variant.Diagnostics.Count > 0)
            writer.Line($"Diagnostics = {Groups(variant)},");
        WriteExpectations(writer, variant);
        WriteLimits(writer, "FigureX", variant.Figure?.X);
        WriteLimits(writer, "FigureY", variant.Figure?.Y);
        WriteShow(writer, variant);
    }

    private static void WriteLayers(SourceWriter writer, Variant variant)
    {
        writer.Line("Layers =");
        using var list = writer.Brackets("],");
        foreach (var layer in variant.Layers)
        {
            string place = $"{Escape.Literal(layer.Name)}, {Escape.Literal(layer.Path)}, ";
            string skip = layer is ResidualLayer residual ? $" {{ Skip = {residual.Skip} }}" : "";
            if (layer is DenseLayer dense)
                WriteDense(writer, place, dense);
            else
                writer.Line(
                    $"new({place}{layer.FanOut}, {Escape.Literal(layer.Kind)}, {Escape.Literal(Notation.Written(layer))}){skip},");
        }
    }

    private static void WriteDense(SourceWriter writer, string place, DenseLayer layer)
    {
        string bias = layer.Bias is null ? "null" : Escape.Literal(layer.Bias.Written);
        writer.Line(
            $"new({place}{layer.FanIn}, {layer.FanOut}, {Escape.Literal(layer.Weights.Written)}, {bias}, "
            + $"{Escape.Literal(Notation.Activation(layer.Activation))})");
        string formula = layer.Weights.Formula.Length == 0 ? "" : $", Formula = {Escape.Literal(layer.Weights.Formula)}";
        writer.Line($"{{ Initialiser = {Escape.Literal(layer.Weights.Name)}{formula} }},");
    }

    private static void WriteHistogram(SourceWriter writer, string property, HistogramSpec? histogram)
    {
        if (histogram is not null)
            writer.Line($"{property} = new({histogram.Bins}, {(histogram.Range is null ? "null" : Tuple(histogram.Range))}),");
    }

    private static string Groups(Variant variant) => string.Join(
        " | ",
        variant.Diagnostics
            .Select(name => $"{Names.Runtime}::Definitions.DiagnosticGroups.{Lexicon.Diagnostics.Find(name)!.RuntimeMember}"));

    private static void WriteExpectations(SourceWriter writer, Variant variant)
    {
        if (variant.Expectations.Count == 0)
            return;
        writer.Line("Expectations =");
        using var list = writer.Brackets("],");
        foreach (var expectation in variant.Expectations)
        {
            string min = expectation.Min is null ? "double.NegativeInfinity" : FormulaPrinter.Print(expectation.Min);
            string max = expectation.Max is null ? "double.PositiveInfinity" : FormulaPrinter.Print(expectation.Max);
            string near = expectation.Near is null ? ""
                : $" {{ Near = {FormulaPrinter.Print(expectation.Near)}, Printed = {Escape.Literal(expectation.Near.Written)}, "
                    + $"Within = {Escape.Literal(expectation.Within)} }}";
            writer.Line(
                $"new({Escape.Literal(expectation.Layer)}, {Escape.Literal(expectation.Tensor)}, "
                + $"{Escape.Literal(expectation.Statistic)}, {min}, {max}){near},");
        }
    }

    private static void WriteLimits(SourceWriter writer, string property, Dsl.Model.Range? range)
    {
        if (range is not null)
            writer.Line($"{property} = {Tuple(range)},");
    }

    private static void WriteShow(SourceWriter writer, Variant variant)
    {
        if (variant.Figure is not { Show.Count: > 0 } figure)
            return;
        var kinds = figure.Show.Select(name => $"{Names.Runtime}::Definitions.FigureKind.{Lexicon.Figures.Find(name)!.RuntimeMember}");
        writer.Line($"Show = [{string.Join(", ", kinds)}],");
    }

    private static string Tuple(Dsl.Model.Range range) => $"({FormulaPrinter.Print(range.Low)}, {FormulaPrinter.Print(range.High)})";
}
