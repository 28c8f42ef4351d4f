namespace FanIn.Theory.Kernels;

/// <summary>
/// The Gaussian expectations of one φ that are known in closed form: of one pre-activation of variance q, and of a pair (u, v) of them. All
/// are relatively accurate, those of d = 1 − c also where two inputs are next to alike.
/// </summary>
public interface IGaussianKernel
{
    /// <summary>E φ.</summary>
    double Mean(double q);

    /// <summary>E φ².</summary>
    double Second(double q);

    /// <summary>∂E φ²/∂q.</summary>
    double Growth(double q);

    /// <summary>E φ′.</summary>
    double SlopeMean(double q);

    /// <summary>E φ′².</summary>
    double SlopeSecond(double q);

    /// <summary>E φ² − E φ(u)φ(v) for two of variance q.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="d">1 − c, from 0 to 1; at 1 it is Var φ.</param>
    double Distance(double q, double d);

    /// <summary>E φ′(u)φ′(v) for two of variance q.</summary>
    /// <param name="q">Variance of both.</param>
    /// <param name="d">1 − c, from 0 to 1.</param>
    double SlopeProduct(double q, double d);

    /// <summary>E φ(u)φ(v).</summary>
    /// <param name="first">Var u.</param>
    /// <param name="second">Var v.</param>
    /// <param name="c">Their correlation, −1 … 1.</param>
    double Covariance(double first, double second, double c);

    /// <summary>E φ′(u)φ′(v): by Price's theorem ∂E φφ̃/∂Cov(u, v).</summary>
    /// <param name="first">Var u.</param>
    /// <param name="second">Var v.</param>
    /// <param name="c">Their correlation, −1 … 1.</param>
    double SlopeCovariance(double first, double second, double c);
}
