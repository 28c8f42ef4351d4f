using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using FanIn.Dsl;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Cli.Schema;

/// <summary>
/// The kinds of values. Wherever a whole value may stand <c>$name</c> may, too. That is one more type of the same schema, and no
/// alternative beside it: the keywords of the other type do not touch it, and an editor's message names the one thing that is wrong.
/// </summary>
internal static class Shapes
{
    /// <summary>The end of a message.</summary>
    public const string ReferenceHint = "or $name, the value of an axis of the matrix.";

    /// <summary>A number or formula.</summary>
    public static JsonObject Number(double minimum = double.NegativeInfinity, double maximum = double.PositiveInfinity) =>
        Numeric("number", Math.Max(minimum, double.MinValue),
            Math.Min(maximum, double.MaxValue), "A number or a formula, as in sqrt(2 / fan_in)");

    /// <summary>A number that is not negative, a formula, or either of them as a percentage.</summary>
    public static JsonObject Distance()
    {
        var distance = Numeric("number", 0, double.MaxValue, "A number or a percentage, as in 0.005 and 0.3 %");
        distance["pattern"] = Whole(TextPatterns.Formula + "%?", TextPatterns.Reference);
        return distance;
    }

    /// <summary>A whole number, or a formula whose value is one.</summary>
    public static JsonObject Integer(int minimum, int maximum) =>
        Numeric("integer", minimum, maximum, "A whole number, or a formula as in 2 * width");

    /// <summary>The formula of an activation.</summary>
    public static JsonObject Formula() => new()
    {
        ["type"] = "string",
        ["pattern"] = Whole(TextPatterns.Formula, TextPatterns.Reference),
        ["patternErrorMessage"] = $"A formula over x, as in x * sigmoid(1.702 * x), {ReferenceHint}",
        ["maxLength"] = Limits.FormulaLength,
        ["description"] = "The activation as a formula over x.",
        ["markdownDescription"] = "The activation as a formula over x, as in `x * sigmoid(1.702 * x)` or `where(x > 0, x, expm1(x))`.",
    };

    /// <summary>A C# type of the user's own.</summary>
    public static JsonObject OwnType() => new() { ["type"] = "string", ["pattern"] = Whole(TextPatterns.OwnType) };

    /// <summary>What its constructor takes, by name.</summary>
    public static JsonObject OwnNumbers()
    {
        var numbers = OrReference("object", "A mapping from the names of its constructor's numbers");
        numbers["propertyNames"] = new JsonObject { ["pattern"] = Whole(TextPatterns.Identifier) };
        numbers["additionalProperties"] = Number();
        numbers["description"] = "A C# type of your own, with its constructor's arguments by name.";
        return numbers;
    }

    /// <summary>true or false.</summary>
    public static JsonObject Flag() => new()
    {
        ["type"] = Types("boolean", "string"),
        ["pattern"] = Whole("true", "false", TextPatterns.Reference),
        ["patternErrorMessage"] = $"true or false, {ReferenceHint}",
    };

    /// <summary>A whole number in digits and no formula.</summary>
    public static JsonObject Digits(BigInteger maximum) => new()
    {
        ["type"] = Types("integer", "string"),
        ["minimum"] = 0,
        ["maximum"] = Largest(maximum),
        ["pattern"] = Whole("[0-9]+", TextPatterns.Reference),
        ["patternErrorMessage"] = $"A whole number in digits and no formula, {ReferenceHint}",
    };

    /// <summary>
    /// A limit as JSON: beyond 64 bits the nearest float64, as its readers have it (the conversion of a BigInteger cuts).
    /// </summary>
    public static JsonNode Largest(BigInteger maximum) => maximum <= ulong.MaxValue
        ? (ulong)maximum
        : double.Parse(maximum.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>Text in which numbers are text as well, as in the name <c>2</c>.</summary>
    public static JsonObject Text(int maximum) =>
        Refusing(Typed("array", "object", "null"), "This must be text.", new() { ["maxLength"] = maximum });

    /// <summary>Text that may be nothing.</summary>
    public static JsonObject FreeText() => Refusing(Typed("array", "object"), "This must be text.", []);

    /// <summary>A name, also one made of digits.</summary>
    public static JsonObject Name(params string[] more)
    {
        var name = Label(more);
        name["minimum"] = 0;
        return Refusing(Typed("array", "object", "null"), "This must be a name.", name);
    }

    /// <summary>A name that is a key.</summary>
    public static JsonObject Label(params string[] more) => new()
    {
        ["pattern"] = Whole([TextPatterns.Name, .. more]),
        ["patternErrorMessage"] = "A name has letters, digits, '.', '_' and '-', starts with a letter or digit, "
            + $"and is at most {Limits.NameLength} characters long.",
    };

    /// <summary>A key that formulas can use as a name.</summary>
    public static JsonObject Identifier(string what) => new()
    {
        ["pattern"] = Whole(TextPatterns.Axis),
        ["patternErrorMessage"] = $"{what} has letters, digits and '_', starts with a letter, and is no name that formulas know already.",
    };

    /// <summary>Numbers by name: each a number or formula, or a mapping with the keys that describe it.</summary>
    public static JsonObject Parameters(KeyTable table)
    {
        var described = Mapping(table, table.Entries.ToDictionary(key => key.Name, _ => Number()));
        var number = Number();
        number["type"] = Types("number", "string", "object");
        foreach (string keyword in new[] { "properties", "additionalProperties", "required" })
            number[keyword] = described[keyword]!.DeepClone();
        var parameters = OrReference("object", "A mapping from names to numbers");
        parameters["propertyNames"] = Identifier("A parameter");
        parameters["maxProperties"] = Limits.Parameters;
        parameters["additionalProperties"] = number;
        return parameters;
    }

    /// <summary>A list with so many items; most 0: any number.</summary>
    public static JsonObject List(JsonObject item, int least = 0, int most = 0)
    {
        var list = OrReference("array", "A list");
        list["items"] = item;
        if (least > 0)
            list["minItems"] = least;
        if (most > 0)
            list["maxItems"] = most;
        return list;
    }

    /// <summary><c>[low, high]</c>.</summary>
    public static JsonObject Interval() => List(Number(), 2, 2);

    /// <summary>A mapping with the table's keys, each of the given shape, and further properties.</summary>
    /// <exception cref="KeyNotFoundException">A key of the table has no shape.</exception>
    public static JsonObject Mapping(
        KeyTable table, Dictionary<string, JsonObject> shapes, IEnumerable<KeyValuePair<string, JsonNode?>>? more = null)
    {
        var properties = table.Entries.Select(key => KeyValuePair.Create(key.Name, (JsonNode?)Described(key, shapes[key.Name])));
        var required = table.Entries.Where(key => key.Default is null && key.Instead is null).Select(key => key.Name);
        return Mapping("A mapping", new JsonObject(properties.Concat(more ?? [])), required);
    }

    /// <summary>A mapping with these properties alone.</summary>
    public static JsonObject Mapping(string what, JsonObject properties, IEnumerable<string> required)
    {
        var mapping = OrReference("object", what);
        mapping["properties"] = properties;
        mapping["additionalProperties"] = false;
        if (required.Any())
            mapping["required"] = Strings(required);
        return mapping;
    }

    /// <summary>Whatever is a collection or <c>$name</c>.</summary>
    private static JsonObject OrReference(string type, string what) => new()
    {
        ["type"] = Types(type, "string"),
        ["pattern"] = Whole(TextPatterns.Reference),
        ["patternErrorMessage"] = $"{what}, {ReferenceHint}",
    };

    /// <summary><c>$name</c> alone.</summary>
    public static JsonObject Reference() => new() { ["type"] = "string", ["pattern"] = Whole(TextPatterns.Reference) };

    /// <summary>The shape, or nothing at all behind its key.</summary>
    public static JsonObject OrNothing(JsonObject shape)
    {
        shape["type"]!.AsArray().Add("null");
        return shape;
    }

    /// <summary>The shape, but no mapping that has only these keys.</summary>
    public static JsonObject RefusingOnly(IEnumerable<KeyEntry> keys, string message, JsonObject shape)
    {
        var only = Typed("object");
        only["propertyNames"] = new JsonObject { ["enum"] = Strings(keys.Select(key => key.Name)) };
        return Refusing(only, message, shape);
    }

    /// <summary>Patterns of which one matches the whole text.</summary>
    public static string Whole(params string[] patterns) => $"^(?:{string.Join('|', patterns)})$";

    /// <summary>The shape with what there is to say about its key.</summary>
    public static JsonObject Described(KeyEntry key, JsonObject shape)
    {
        shape.Insert(0, "description", key.Documentation);
        shape.Insert(1, "markdownDescription", $"{key.Documentation}\n\n{(key.Default is { } value ? $"Default: {value}." : "Required.")}");
        if (int.TryParse(key.Default, NumberStyles.None, CultureInfo.InvariantCulture, out int number))
            shape.Insert(2, "default", number);
        return shape;
    }

    private static JsonObject Numeric(string type, double minimum, double maximum, string what) => new()
    {
        ["type"] = Types(type, "string"),
        ["minimum"] = minimum,
        ["maximum"] = maximum,
        ["pattern"] = Whole(TextPatterns.Formula, TextPatterns.Reference),
        ["patternErrorMessage"] = $"{what}, {ReferenceHint}",
        ["maxLength"] = Limits.FormulaLength,
    };

    /// <summary>
    /// The shape, but not what the other schema, of no strings, matches. It says the same as <c>not</c>, for which editors have no message.
    /// </summary>
    public static JsonObject Refusing(JsonObject what, string message, JsonObject shape)
    {
        shape["if"] = what;
        shape["then"] = new JsonObject { ["type"] = "string", ["errorMessage"] = message };
        return shape;
    }

    /// <summary>Whatever is of one of the types.</summary>
    public static JsonObject Typed(params string[] types) => new() { ["type"] = Types(types) };

    /// <summary>A list of types.</summary>
    public static JsonArray Types(params string[] types) => Strings(types);

    /// <summary>A list of texts.</summary>
    public static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
