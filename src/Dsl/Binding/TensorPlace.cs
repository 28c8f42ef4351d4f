using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;

namespace FanIn.Dsl.Binding;

/// <summary>The tensor that an initialiser is for.</summary>
/// <param name="What">The key, for messages: <c>init</c>, <c>bias</c>, <c>the input</c>.</param>
/// <param name="Scope">What its formulas see.</param>
/// <param name="Layer">The layer; null for the input.</param>
/// <param name="Settable">The names that its numbers are set by.</param>
internal sealed record TensorPlace(string What, Scope Scope, LayerPlace? Layer, SettableNumbers Settable)
{
    public bool IsBias => What == "bias";

    /// <summary>What generated code calls the theory of the activation that this tensor's numbers follow from.</summary>
    public string TheoryField => (IsBias ? "biasTheory" : "theory") + Layer?.Number;
}

/// <summary>The layer around a tensor, as far as it could be read.</summary>
/// <param name="Number">Among the dense layers, from 1.</param>
/// <param name="Depth">Number of dense layers.</param>
/// <param name="FanIn">Units before.</param>
/// <param name="FanOut">Units.</param>
internal sealed record LayerPlace(int Number, int? Depth, int? FanIn, int? FanOut)
{
    /// <summary>φ, whichever side of the layer it stands on.</summary>
    public Activation? Activation { get; init; }
}
