using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>The same bits in every lane width.</summary>
public class ActivationWidthTests
{
    public static TheoryData<string> Labels => ActivationCase.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Value_and_derivative_have_the_same_bits_in_every_width(string label) => ActivationCase.Of(label).Run(new Widths());

    private sealed class Widths : IActivationTest
    {
        public void Run<TActivation>(ActivationCase of, TActivation activation)
            where TActivation : struct, IActivation
        {
            Check<TActivation, double>(activation);
            Check<TActivation, float>(activation);
        }

        private static void Check<TActivation, T>(TActivation activation)
            where TActivation : struct, IActivation
            where T : unmanaged, IBinaryFloatingPointIeee754<T>, IMinMaxValue<T>
        {
            T[] points = [.. SamplePoints.Special<T>(), .. SamplePoints.Bits<T>(4_000), .. SamplePoints.Uniform<T>(-45, 45, 4_004)];
            Array.Resize(ref points, points.Length / 16 * 16);
            var expected = Apply<TActivation, Lane<T>, T>(activation, points);
            AssertSameBits(expected, Apply<TActivation, Lanes128<T>, T>(activation, points), points);
            AssertSameBits(expected, Apply<TActivation, Lanes256<T>, T>(activation, points), points);
            AssertSameBits(expected, Apply<TActivation, Lanes512<T>, T>(activation, points), points);
        }

        /// <summary>Values, then derivatives.</summary>
        private static T[] Apply<TActivation, TVector, T>(TActivation activation, T[] points)
            where TActivation : struct, IActivation
            where TVector : struct, IVector<TVector, T>
            where T : unmanaged
        {
            var results = new T[2 * points.Length];
            for (var i = 0; i < points.Length; i += TVector.Count)
            {
                var x = TVector.Load(in points[i]);
                activation.Apply(x).Store(ref results[i]);
                activation.Derivative(x).Store(ref results[points.Length + i]);
            }

            return results;
        }

        private static void AssertSameBits<T>(T[] expected, T[] actual, T[] points)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            for (var i = 0; i < expected.Length; i++)
            {
                bool same = SameBits.Are(expected[i], actual[i]);
                Assert.True(same, $"At {points[i % points.Length]}: {expected[i]} in one lane, {actual[i]} in several.");
            }
        }
    }
}
