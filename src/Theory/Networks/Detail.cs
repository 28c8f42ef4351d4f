namespace FanIn.Theory.Networks;

/// <summary>How much of a network's signal is computed on its way.</summary>
internal enum Detail
{
    /// <summary>Sizes, gradients and a lower bound of what is left of the distance of two inputs: single pre-activations alone.</summary>
    Bounds,

    /// <summary>The distance itself too, which takes pairs.</summary>
    Values,

    /// <summary>And how far networks of this width lie from them.</summary>
    Bands,
}
