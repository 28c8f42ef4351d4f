using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>What holds of every activation: its range, NaN, the derivative as a limit of differences, the branch at a kink.</summary>
public class ActivationShapeTests
{
    public static TheoryData<string> Labels => ActivationCase.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void No_value_leaves_the_range_and_NaN_stays_NaN(string label) => ActivationCase.Of(label).Run(new Range());

    [Theory]
    [MemberData(nameof(Labels))]
    public void The_derivative_is_the_limit_of_differences(string label) => ActivationCase.Of(label).Run(new Differences());

    [Theory]
    [MemberData(nameof(Labels))]
    public void At_a_kink_the_derivative_is_that_to_its_left(string label) => ActivationCase.Of(label).Run(new Kinks());

    private sealed class Range : IActivationTest
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
            T[] points = [.. SamplePoints.Special<T>(), .. SamplePoints.Bits<T>(20_000), .. SamplePoints.Uniform<T>(-50, 50, 20_000)];
            foreach (var x in points)
            {
                var (value, slope) = (activation.Apply(new Lane<T>(x)).Value, activation.Derivative(new Lane<T>(x)).Value);
                if (T.IsNaN(x) || (T.IsInfinity(x) && activation is Sin))
                    Assert.True(T.IsNaN(value) && T.IsNaN(slope), $"{x}: {value}, {slope}");
                else
                    Assert.InRange(double.CreateChecked(value), TActivation.Range.Low, TActivation.Range.High);
                Assert.True(T.IsNaN(x) || T.IsInfinity(x) || T.IsFinite(slope) || activation is Exponential, $"φ′({x}) = {slope}");
            }
        }
    }

    private sealed class Differences : IActivationTest
    {
        private const double Step = 1.0 / 65536;

        public void Run<TActivation>(ActivationCase of, TActivation activation)
            where TActivation : struct, IActivation
        {
            foreach (double x in SamplePoints.Uniform<double>(-8, 8, 5_000))
            {
                if (activation.Kinks.Any(kink => Math.Abs(x - kink) <= Step))
                    continue;
                double difference = (At(activation, x + Step) - At(activation, x - Step)) / (2 * Step);
                double slope = activation.Derivative(new Lane<double>(x)).Value;
                Assert.InRange(slope - difference, -1e-9 * Math.Max(1, Math.Abs(slope)), 1e-9 * Math.Max(1, Math.Abs(slope)));
            }
        }

        private static double At<TActivation>(TActivation activation, double x)
            where TActivation : struct, IActivation => activation.Apply(new Lane<double>(x)).Value;
    }

    private sealed class Kinks : IActivationTest
    {
        public void Run<TActivation>(ActivationCase of, TActivation activation)
            where TActivation : struct, IActivation
        {
            Assert.Equal(activation.Kinks.Order().Distinct(), activation.Kinks);
            foreach (double kink in activation.Kinks)
            {
                // hardshrink jumps, and belongs to the middle at both ends.
                double near = activation is HardShrink && kink < 0 ? Math.BitIncrement(kink) : Math.BitDecrement(kink);
                Assert.Equal(At(activation, near), At(activation, kink), 1e-15);
                Assert.True(HasCorner(activation, kink), $"{of} is smooth at {kink}.");
            }
        }

        private static bool HasCorner<TActivation>(TActivation activation, double kink)
            where TActivation : struct, IActivation
        {
            const double Step = 1e-4;
            double left = At(activation, kink) - At(activation, kink - Step);
            double right = At(activation, kink + Step) - At(activation, kink + Step / 1024);
            double jump = At(activation, kink + Step / 1024) - At(activation, kink);
            return Math.Abs(jump) > 0.01 || Math.Abs(left - right) > 0.1 * Step;
        }

        private static double At<TActivation>(TActivation activation, double x)
            where TActivation : struct, IActivation => activation.Derivative(new Lane<double>(x)).Value;
    }
}
