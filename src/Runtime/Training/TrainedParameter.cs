using System.Numerics;
using FanIn.Runtime.Layers;

namespace FanIn.Runtime.Training;

/// <summary>A parameter that training changes, and its gradient as of the last Backward.</summary>
/// <typeparam name="T">The dtype.</typeparam>
/// <param name="Value">W or b.</param>
/// <param name="Gradient">dW or db.</param>
internal sealed record TrainedParameter<T>(Parameter<T> Value, ParameterGradient<T> Gradient)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
