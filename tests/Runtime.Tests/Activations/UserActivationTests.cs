using System.Runtime.CompilerServices;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>The interface carries what a user would write: an activation with a number of its own, for every dtype and width.</summary>
public class UserActivationTests
{
    private readonly struct LeakySoftsign(double slope) : IActivation
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector x)
            where TVector : struct, IVector<TVector>
        {
            var soft = x / (TVector.Constant(1) + TVector.Abs(x));
            return TVector.Select(TVector.LessThan(x, TVector.Constant(0)), TVector.Constant(slope) * x, soft);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Derivative<TVector>(TVector x)
            where TVector : struct, IVector<TVector>
        {
            var denominator = TVector.Constant(1) + TVector.Abs(x);
            var soft = TVector.Constant(1) / (denominator * denominator);
            return TVector.Select(TVector.LessThan(x, TVector.Constant(0)), TVector.Constant(slope), soft);
        }
    }

    [Fact]
    public void A_parameterised_activation_works_in_every_width()
    {
        var points = SamplePoints.Uniform<float>(-3, 3, 160);
        var expected = points.Select(x => x < 0 ? 0.125f * x : x / (1 + x)).ToArray();
        Assert.Equal(expected, Apply<Lane<float>>(points));
        Assert.Equal(expected, Apply<Lanes128<float>>(points));
        Assert.Equal(expected, Apply<Lanes256<float>>(points));
        Assert.Equal(expected, Apply<Lanes512<float>>(points));
    }

    private static float[] Apply<TVector>(float[] points)
        where TVector : struct, IVector<TVector, float>
    {
        var activation = new LeakySoftsign(0.125);
        var values = new float[points.Length];
        for (var i = 0; i < points.Length; i += TVector.Count)
            activation.Apply(TVector.Load(in points[i])).Store(ref values[i]);
        return values;
    }
}
