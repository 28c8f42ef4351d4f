using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>What a training adds to each part of a class; nothing where there is none.</summary>
internal static class TrainingEmitter
{
    /// <summary>Writes the property, an empty line before it.</summary>
    public static void WriteProperty(SourceWriter writer, Variant variant)
    {
        if (variant.Training is not { } training)
            return;
        writer.Line();
        writer.Line(
            $"/// <summary>The training: {training.Steps} steps of "
            + $"{Escape.Xml(training.Optimizer.Written)} on {training.Data.Name}.</summary>");
        writer.Line($"public {TrainerType(variant.Dtype, training.Optimizer.RuntimeType)} Trainer {{ get; }}");
    }

    /// <summary>The type of the property.</summary>
    public static string TrainerType(string dtype, string optimizer) =>
        $"{Names.Runtime}::Training.Trainer<{Names.Number(dtype)}, {Type(optimizer)}>";

    /// <summary>Writes the statement of the constructor.</summary>
    public static void WriteAdd(SourceWriter writer, Variant variant)
    {
        if (variant.Training is not { } training)
            return;
        string loss = Lexicon.Losses.Find(training.Loss)!.RuntimeMember;
        writer.Line($"Trainer = AddTrainer<{Type(training.Optimizer.RuntimeType)}>(");
        writer.Line($"    {Names.Runtime}::Training.LossFunction.{loss},");
        writer.Line($"    static seed => {Data(training.Data, variant.ClassName)});");
    }

    /// <summary>Writes the part of the definition.</summary>
    public static void WriteDefinition(SourceWriter writer, Variant variant)
    {
        if (variant.Training is not { } training)
            return;
        string rate = Escape.Literal(training.Optimizer.Settings[0].Default);
        writer.Line(
            $"Training = new({Escape.Literal(training.Data.Name)}, {training.Steps}, {Escape.Literal(training.Loss)}, "
            + $"{Escape.Literal(training.Optimizer.Written)}, {rate})");
        using var more = writer.Braces("},");
        writer.Line($"HeldOut = {FormulaPrinter.Print(training.HeldOut)},");
        writer.Line($"ObservedSteps = [{string.Join(", ", training.ObservedSteps)}],");
    }

    /// <summary>The statement of Draw that gives the network the data for its input.</summary>
    public static IEnumerable<SourceWriter.Statement> Begin(Variant variant)
    {
        if (variant.Training is not { } training)
            yield break;
        var arguments = training.Optimizer.Arguments.Select(argument => $"{argument.Name}: {FormulaPrinter.Print(argument.Value)}");
        yield return new($"Trainer.Begin(new {Type(training.Optimizer.RuntimeType)}({string.Join(", ", arguments)}));", "");
    }

    /// <summary>The first statement of Backward.</summary>
    public static IEnumerable<SourceWriter.Statement> Loss(Variant variant)
    {
        if (variant.Training is { } training)
            yield return new("Trainer.ComputeLoss();", $"dz{variant.Layers.Count} of {training.Loss}");
    }

    private static string Type(string optimizer) => $"{Names.Runtime}::Training.{optimizer}";

    private static string Data(DataSet data, string className) => data switch
    {
        GaussianMixtureData mixture =>
            $"new {Names.Runtime}::Data.GaussianMixture(Classes: "
            + $"{mixture.Classes}, Features: {mixture.Features}, Samples: {mixture.Samples}, "
            + $"Separation: {FormulaPrinter.Print(mixture.Separation)}).Draw(seed)",
        IdxFilesData files =>
            $"{Names.Runtime}::Data.IdxData.Read({Escape.Literal(files.Images)}, {Escape.Literal(files.Labels)}, "
            + $"typeof({className}).Assembly)",
        _ => $"{Names.Runtime}::Data.OpticalDigits.All",
    };
}
