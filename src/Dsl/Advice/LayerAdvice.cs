namespace FanIn.Dsl.Advice;

/// <summary>What a dense layer should be written with.</summary>
/// <param name="Layer">Its name: <c>hidden3</c>.</param>
/// <param name="Initialiser">The value of <c>init</c>: <c>he_normal</c>, <c>{ edge_of_chaos: { q: 1 } }</c>.</param>
/// <param name="Activation">The value of <c>activation</c>; null where the file's is right.</param>
/// <param name="Bias">The value of <c>bias</c>; null where the file's is right.</param>
/// <param name="FanIn">Units before it.</param>
/// <param name="SigmaW">σ_w = √(fan_in Var W).</param>
/// <param name="SigmaB">σ_b = √Var b.</param>
public sealed record LayerAdvice(
    string Layer, string Initialiser, string? Activation, string? Bias, int FanIn, double SigmaW, double SigmaB)
{
    /// <summary>Standard deviation of the weights.</summary>
    public double Std => SigmaW / Math.Sqrt(FanIn);
}
