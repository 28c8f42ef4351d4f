using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;

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
    public static string Layer(string dtype, Layer layer) => Layer(dtype, RuntimeType(layer), layer switch
    {
        DenseLayer dense => dense.Activation.RuntimeType,
        ActivationLayer own => own.Activation.RuntimeType,
        _ => null,
    });

    /// <summary>The runtime's type of a layer, of which some have an activation.</summary>
    public static string Layer(string dtype, string layerType, string? activationType) =>
        $"{Runtime}::Layers.{layerType}<{Number(dtype)}{(activationType is null ? "" : $", {Runtime}::Activations.{activationType}")}>";
}
