using System.Text.Json.Nodes;
using FanIn.Cli.Rendering;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>Where something is chosen by its name. Each name is an alternative of its own, so that it carries its documentation.</summary>
internal static class Choices
{
    /// <summary>One of the names, or <c>$name</c>.</summary>
    public static JsonObject Of(IEnumerable<IVocabularyEntry> entries, params JsonObject[] more)
    {
        var words = entries.SelectMany(Names).Select(name => Word(name.Name, name.Entry));
        return new() { ["anyOf"] = new JsonArray([.. words, .. more, Shapes.Reference()]) };
    }

    /// <summary>
    /// One of the names, bare where it needs no numbers or as the key of a mapping with its numbers; a type of the user's own, likewise; or
    /// <c>$name</c>.
    /// </summary>
    /// <param name="entries">The names.</param>
    /// <param name="more">Further keys of a mapping with one key.</param>
    public static JsonObject WithNumbers(IReadOnlyList<IVocabularyEntry> entries, params (string Key, JsonObject Value)[] more)
    {
        var mapping = OneOf(entries, Numbers);
        foreach (var (key, value) in more)
            mapping["properties"]![key] = value;
        mapping["patternProperties"] = new JsonObject { [Shapes.Whole(TextPatterns.OwnType)] = Shapes.OwnNumbers() };
        var bare = entries.Where(entry => VocabularyList.Parameters(entry).All(parameter => !parameter.IsRequired));
        return Of(bare, mapping, Shapes.OwnType());
    }

    /// <summary>A mapping from one of the names to its value.</summary>
    public static JsonObject OneOf(IEnumerable<IVocabularyEntry> entries, Func<IVocabularyEntry, JsonObject> value) => new()
    {
        ["type"] = "object",
        ["minProperties"] = 1,
        ["maxProperties"] = 1,
        ["properties"] = Properties(entries, value),
        ["additionalProperties"] = false,
    };

    /// <summary>The names as keys, aliases included.</summary>
    public static JsonObject Properties(IEnumerable<IVocabularyEntry> entries, Func<IVocabularyEntry, JsonObject> value) =>
        new(entries.SelectMany(Names).Select(name =>
            KeyValuePair.Create(name.Name, (JsonNode?)Documented(name.Name, name.Entry, value(name.Entry)))));

    private static IEnumerable<(string Name, IVocabularyEntry Entry)> Names(IVocabularyEntry entry) =>
        entry.Aliases.Prepend(entry.Name).Select(name => (name, entry));

    private static JsonObject Word(string name, IVocabularyEntry entry) => Documented(name, entry, new JsonObject { ["const"] = name });

    /// <summary>The schema of an entry, with what the vocabulary says of it.</summary>
    public static JsonObject Documented(string name, IVocabularyEntry entry, JsonObject schema)
    {
        var others = entry.Aliases.Prepend(entry.Name).Where(other => other != name).Select(other => $"Also `{other}`.");
        string[] lines = [entry.Documentation, .. VocabularyList.Formulas(entry).Select(formula => $"`{formula}`"), .. others];
        schema["description"] = entry.Documentation;
        schema["markdownDescription"] = string.Join("\n\n", lines);
        return schema;
    }

    /// <summary>A mapping with the numbers that an entry takes.</summary>
    public static JsonObject Numbers(IVocabularyEntry entry)
    {
        var parameters = VocabularyList.Parameters(entry);
        var properties = parameters.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Value(parameter)));
        var required = parameters.Where(parameter => parameter.IsRequired).Select(parameter => parameter.Name);
        return Shapes.Mapping("A mapping from the names of its numbers", new JsonObject(properties), required);
    }

    private static JsonObject Value(ParameterEntry parameter)
    {
        var value = parameter.Kind switch
        {
            ParameterKind.Word => Of(parameter.Words),
            ParameterKind.Flag => Shapes.Flag(),
            ParameterKind.Activation => ExperimentSchema.Defined("activation"),
            _ when parameter.Words.Count > 0 => Of(parameter.Words, Number(parameter)),
            _ => Number(parameter),
        };
        value.Insert(0, "description", VocabularyList.Describe(parameter));
        return value;
    }

    /// <summary>A number within the parameter's limits.</summary>
    public static JsonObject Number(ParameterEntry parameter)
    {
        var number = Shapes.Number(parameter.Minimum, parameter.Maximum);
        if (parameter.ExcludesMinimum)
        {
            number.Remove("minimum");
            number["exclusiveMinimum"] = parameter.Minimum;
        }

        if (parameter.ExcludesMaximum)
        {
            number.Remove("maximum");
            number["exclusiveMaximum"] = parameter.Maximum;
        }

        return number;
    }
}
