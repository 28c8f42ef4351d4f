using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads a layer's bias, which its init may bring along.</summary>
internal static class BiasBinder
{
    /// <summary>Whether the layer has a bias: one that the file gives, or, where it says nothing of it, the init's own.</summary>
    public static bool HasBias(ValueReader reader, YamlNode? node, BoundInitialiser? weights) =>
        node is null ? weights?.OwnBias is not null : reader.Resolve(node) is not YamlScalar { Value: "none" };

    public static Initialiser? Bind(ValueReader reader, YamlNode? node, BoundInitialiser? weights, TensorPlace place) =>
        node is null ? weights!.OwnBias : InitialiserBinder.Bind(reader, node, place)?.Initialiser;

    /// <summary>An init that sets the bias needs one to set.</summary>
    public static void CheckCalibration(ValueReader reader, Fields fields, BoundInitialiser? weights, bool hasBias)
    {
        if (weights?.SetsBias != true || hasBias)
            return;
        string name = weights.Initialiser.Name;
        reader.Bag.Add(
            DiagnosticCatalog.Unsuitable, (reader.Resolve(fields["init"]) ?? fields["init"]!).Range,
            $"{Words.Quote(name)} sets the bias as well, and this layer "
            + $"has none. Write 'bias: zeros', or {{ {name}: {{ centre: false }} }} "
            + "to leave the means as they are.");
    }
}
