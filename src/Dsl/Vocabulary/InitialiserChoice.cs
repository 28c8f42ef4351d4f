using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>What a file says of an initialiser, numbers aside, and the layer that it says it of.</summary>
/// <param name="Words">The words by parameter, defaults included.</param>
/// <param name="Given">The parameters that the file gives itself.</param>
/// <param name="Layer">Number of the layer, from 1.</param>
/// <param name="Depth">Number of layers.</param>
public sealed record InitialiserChoice(
    IReadOnlyDictionary<string, string> Words, IReadOnlyCollection<string> Given, int Layer, int Depth)
{
    /// <summary>Whether it is the first layer, which the input enters.</summary>
    public bool IsFirst => Layer == 1;

    /// <summary>Whether it is the last of several layers.</summary>
    public bool IsLast => Layer == Depth && Depth > 1;

    /// <summary>The word that a parameter has; empty where it has a number.</summary>
    public string this[string parameter] => Words.TryGetValue(parameter, out string? word) ? word : "";

    /// <summary>Whether a switch is on.</summary>
    public bool Is(string parameter) => this[parameter] == "true";

    /// <summary>Whether the file gives the parameter itself.</summary>
    public bool Gives(string parameter) => Given.Contains(parameter);

    /// <summary>The name alone, in a hidden layer of a deep network.</summary>
    public static InitialiserChoice Standard(EquatableArray<ParameterEntry> parameters) => new(
        parameters.Where(parameter => parameter.Kind is ParameterKind.Word or ParameterKind.Flag && parameter.Default is not null)
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Default!),
        [],
        Layer: 2,
        Depth: 3);
}
