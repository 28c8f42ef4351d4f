namespace FanIn.Runtime.Layers;

/// <summary>A layer that can leave its activation out.</summary>
internal interface ILinearLayer
{
    /// <summary>Computes the pre-activations a = z W (+ b) for one block of rows, where z of this layer will stand.</summary>
    void ForwardLinear(int block);
}
