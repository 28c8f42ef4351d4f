namespace FanIn.Dsl.Model;

/// <summary>What layers of several kinds apply to each element.</summary>
public static class LayerActivation
{
    /// <summary>The layer's φ; null for a kind that has none.</summary>
    public static Activation? Activation(this Layer layer) => layer switch
    {
        DenseLayer dense => dense.Activation,
        ActivationLayer own => own.Activation,
        _ => null,
    };
}
