using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Generator.Emission;

namespace FanIn.Generator.Writing;

/// <summary>What generated code calls the things that it refers to.</summary>
internal static class Names
{
    /// <summary>
    /// The runtime's namespace in a generated file. It is written in lower case and followed by <c>::</c>, so that nothing that a user
    /// calls a class, a layer or a namespace can take its place.
    /// </summary>
    public const string Runtime = "runtime";

    /// <summary>The runtime's class of a formula's functions, in lower case likewise.</summary>
    public const string Formula = "formula";

    /// <summary>The runtime's class of functions over vectors, likewise.</summary>
    public const string Functions = "functions";

    /// <summary>The class that lists every experiment of an assembly.</summary>
    public const string Catalog = "ExperimentCatalog";

    /// <summary>What marks each generated type; Major.Minor alone, so that a patch changes no file.</summary>
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"FanIn.Generator\", \"0.1\")]";

    /// <summary>The C# type of a dtype.</summary>
    public static string Number(string dtype) => Lexicon.Dtypes.Find(dtype)!.RuntimeType;

    /// <summary>The runtime's name of a stream.</summary>
    public static string Stream(string stream) => $"{Runtime}::Streams.RandomStream.{Lexicon.Streams.Find(stream)!.RuntimeMember}";

    /// <summary>The runtime's type of a layer's kind, without its namespace and type arguments: <c>LayerNorm</c>.</summary>
    public static string RuntimeType(Layer layer) => Lexicon.Layers.Find(layer.Kind)!.RuntimeType;

    /// <summary>The runtime's type of a layer.</summary>
    public static string Layer(string dtype, Layer layer) =>
        Layer(dtype, RuntimeType(layer), layer.Activation() is { } activation ? Type(activation) : null);

    /// <summary>The runtime's type of a layer.</summary>
    /// <param name="dtype">The dtype of its tensors.</param>
    /// <param name="layerType">The runtime's type of its kind.</param>
    /// <param name="activation">The C# type of its activation; null for a kind that has none.</param>
    public static string Layer(string dtype, string layerType, string? activation) =>
        $"{Runtime}::Layers.{layerType}<{Number(dtype)}{(activation is null ? "" : $", {activation}")}>";

    /// <summary>The C# type of an activation: the runtime's, that of a formula in the same file, or the alias of the user's own.</summary>
    public static string Type(Activation activation) =>
        activation.Own is not null ? OwnTypes.Alias(activation.RuntimeType)
        : activation.Formula is not null ? activation.RuntimeType
        : BuiltIn(activation.RuntimeType);

    /// <summary>The C# type of one of the runtime's activations.</summary>
    public static string BuiltIn(string activationType) => $"{Runtime}::Activations.{activationType}";
}
