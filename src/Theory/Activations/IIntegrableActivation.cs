using FanIn.Theory.Kernels;

namespace FanIn.Theory.Activations;

/// <summary>An activation of which expectations may be known in closed form.</summary>
internal interface IIntegrableActivation : IScalarActivation
{
    /// <summary>Its expectations; null where none are known.</summary>
    IGaussianKernel? Kernel { get; }
}
