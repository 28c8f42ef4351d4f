using FanIn.Generator.Pipeline;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The list of all experiments of a project.</summary>
internal static class CatalogEmitter
{
    /// <summary>The text of the file.</summary>
    public static string Emit(Catalog catalog, string projectNamespace)
    {
        var writer = GeneratedFile.Begin("Every experiment of this project.", projectNamespace);
        writer.Line();
        writer.Line("/// <summary>Every experiment of this assembly, found without reflection.</summary>");
        writer.Line(Names.GeneratedCode);
        writer.Line($"public static class {Names.Catalog}");
        using (writer.Braces())
        {
            writer.Line("/// <summary>The experiments, by the paths of their files and in the order of their matrix.</summary>");
            const string List = "global::System.Collections.Generic.IReadOnlyList";
            writer.Line($"public static {List}<{Names.Runtime}::Experiments.ExperimentEntry> All {{ get; }} =");
            using (writer.Brackets("];"))
            {
                foreach (string name in catalog.Classes.Select(c => $"global::{projectNamespace}.{c}"))
                    writer.Line($"Entry({name}.Definition, static (seed, stream, threads) => new {name}(seed, stream, threads)),");
            }

            writer.Line();
            WriteEntry(writer);
        }

        return writer.ToString();
    }

    /// <summary>What the caller does not choose is the file's.</summary>
    private static void WriteEntry(SourceWriter writer)
    {
        string create = $"global::System.Func<{Names.Runtime}::Streams.Seed?, "
            + $"{Names.Runtime}::Streams.RandomStream, int, {Names.Runtime}::Experiments.IExperiment>";
        const string Choose = "create(options.Seed, options.Stream ?? definition.Stream, options.Threads)";
        writer.Line($"private static {Names.Runtime}::Experiments.ExperimentEntry Entry(");
        writer.Line($"    {Names.Runtime}::Definitions.ExperimentDefinition definition,");
        writer.Line($"    {create} create) =>");
        writer.Line($"    new(definition, options => options.Apply({Choose}));");
    }
}
