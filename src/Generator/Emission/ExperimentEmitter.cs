using FanIn.Dsl.Model;
using FanIn.Generator.Pipeline;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>One experiment as one self-contained file.</summary>
internal static class ExperimentEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(Experiment experiment, ProjectNames project, CancellationToken cancellation)
    {
        var writer = GeneratedFile.Begin(experiment.SourcePath, project.Namespace, project.LinePath(experiment.SourcePath));
        writer.Line($"using {Names.Formula} = global::FanIn.Runtime.Numerics.Formula;");
        if (ActivationEmitter.Formulas(experiment).Count > 0)
            writer.Line($"using {Names.Functions} = global::FanIn.Runtime.Numerics.Functions;");
        OwnTypes.WriteAliases(writer, experiment);
        writer.Line();
        if (experiment.HasMatrix)
            WriteMatrix(writer, experiment, cancellation);
        else
            ClassEmitter.Write(writer, experiment, experiment.Variants[0]);
        return writer.ToString();
    }

    private static void WriteMatrix(SourceWriter writer, Experiment experiment, CancellationToken cancellation)
    {
        DocumentationEmitter.WriteMatrix(writer, experiment);
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static class {experiment.ClassName}");
        using var body = writer.Braces();
        ActivationEmitter.Write(writer, ActivationEmitter.Formulas(experiment));
        for (int i = 0; i < experiment.Variants.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (i > 0)
                writer.Line();
            ClassEmitter.Write(writer, experiment, experiment.Variants[i]);
        }
    }
}
