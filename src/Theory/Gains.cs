using FanIn.Theory.Activations;

namespace FanIn.Theory;

/// <summary>
/// The factors that an activation asks of the weights, at pre-activations of variance q (1 where the literature's tables are made): with
/// σ_w = gain the named quantity is the same after the layer as before it.
/// </summary>
/// <param name="SecondMoment">1/√(E φ²/q): keeps E z² at q. What He's and Xavier's argument needs (He et al. 2015, eq. 10).</param>
/// <param name="Variance">1/√(Var φ/q): keeps Var z at q (Brock, De and Smith 2021, eq. 2: the γ of NFNets).</param>
/// <param name="Backward">1/√E φ′²: keeps the gradient (He et al. 2015, eq. 14). NaN where φ jumps.</param>
/// <param name="BatchNormGrowth">
/// q·E φ′²/Var φ: what the mean square of the gradient grows by for each layer under batch normalisation (Yang et al. 2019; π/(π − 1)
/// for ReLU). NaN where φ jumps.
/// </param>
public readonly record struct Gains(double SecondMoment, double Variance, double Backward, double BatchNormGrowth)
{
    /// <summary>The gains of φ.</summary>
    /// <param name="activation">φ.</param>
    /// <param name="q">Variance of the pre-activation.</param>
    public static Gains Of(IScalarActivation activation, double q = 1) => Of(new GaussianExpectation(activation), q);

    /// <summary>The gains of φ.</summary>
    /// <param name="expectation">Expectations of φ.</param>
    /// <param name="q">Variance of the pre-activation.</param>
    public static Gains Of(GaussianExpectation expectation, double q = 1)
    {
        var moments = expectation.Moments(q);
        var slope = expectation.IsContinuous ? moments.SlopeSecond : double.NaN;
        return new Gains(
            Math.Sqrt(q / moments.Second), Math.Sqrt(q / moments.Variance), 1 / Math.Sqrt(slope), q * slope / moments.Variance);
    }
}
