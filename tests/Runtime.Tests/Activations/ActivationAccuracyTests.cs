using System.Numerics;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Tests.Numerics;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>
/// Values and derivatives against mpmath's, at ordinary places, at the kinks and into the tails, down to the last subnormal number. The
/// bounds are those of the docstrings, measured over 40,000 arguments of each dtype.
/// </summary>
public class ActivationAccuracyTests
{
    /// <summary>Errors in ulp, of φ and of φ′.</summary>
    private static readonly Dictionary<string, (double Value, double Slope)> Claims = new()
    {
        ["sigmoid"] = (2.49, 2),
        ["tanh"] = (2.6, 2.1),
        ["leaky_relu"] = (0.5, 0.5),
        ["rrelu"] = (0.5, 0.5),
        ["elu"] = (1.9, 1.8),
        ["celu"] = (2.2, 1.1),
        ["selu"] = (2.7, 2.7),
        ["exponential"] = (1.04, 1.04),
        ["gelu"] = (3.6, 3.4),
        ["gelu_tanh"] = (2.2, 3.6),
        ["silu"] = (2.1, 3.1),
        ["mish"] = (3.6, 3.4),
        ["hard_swish"] = (1.9, 1),
        ["softplus"] = (2.7, 2.4),
        ["squareplus"] = (2.8, 2.4),
        ["sparse_plus"] = (2, 0.5),
        ["sparse_sigmoid"] = (0.5, 0.5),
        ["log_sigmoid"] = (1.9, 2.1),
        ["hard_sigmoid"] = (1, 0.5),
        ["lecun_tanh"] = (3.9, 3.4),
        ["erf"] = (1.28, 2.2),
        ["softsign"] = (1.5, 3.5),
        ["tanh_shrink"] = (2.6, 2.8),
        ["soft_shrink"] = (0.5, 0),
        ["sin"] = (1.81, 1.81),
    };

    /// <summary>x times a gate: beside its zero the derivative is a difference, and as accurate as its larger term, the gate.</summary>
    private static readonly string[] Gated = ["gelu", "gelu_tanh", "silu", "mish"];

    public static TheoryData<string> Labels => ActivationCase.Labels;

    [Theory]
    [MemberData(nameof(Labels))]
    public void Are_as_accurate_as_they_say(string label) => ActivationCase.Of(label).Run(new Accuracy());

    [Fact]
    public void No_claim_is_above_four_ulp() =>
        Assert.All(Claims.Values, claim => Assert.InRange(Math.Max(claim.Value, claim.Slope), 0, 4));

    [Fact]
    public void Every_activation_is_tested()
    {
        var types = typeof(IActivation).Assembly.GetTypes().Where(type => type.IsValueType && type.IsAssignableTo(typeof(IActivation)));
        Assert.Equal(types.OrderBy(type => type.Name), ActivationCase.All.Select(of => of.Type).Distinct().OrderBy(type => type.Name));
    }

    /// <summary>In whose ulp the derivative's error is measured.</summary>
    internal static double SlopeScale(string name, double x, double value, double slope) =>
        Gated.Contains(name) && x != 0 ? Math.Max(Math.Abs(slope), Math.Abs(value / x)) : slope;

    private sealed class Accuracy : IActivationTest
    {
        public void Run<TActivation>(ActivationCase of, TActivation activation)
            where TActivation : struct, IActivation
        {
            Check<TActivation, double>(of, activation, "double");
            Check<TActivation, float>(of, activation, "float");
        }

        private static void Check<TActivation, T>(ActivationCase of, TActivation activation, string dtype)
            where TActivation : struct, IActivation
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            // A reference that is rounded to double itself leaves half an ulp more of double, and nothing of float.
            var claim = Claims.GetValueOrDefault(of.Name);
            double rest = typeof(T) == typeof(double) ? 0.5 : 0;
            foreach (var (x, value, slope) in of.Rows(dtype))
            {
                var lane = new Lane<T>(T.CreateChecked(x));
                Below(claim.Value + rest, activation.Apply(lane).Value, value, value, of, x);
                Below(claim.Slope + rest, activation.Derivative(lane).Value, slope, SlopeScale(of.Name, x, value, slope), of, x);
            }
        }

        /// <summary>The error in ulp of the scale.</summary>
        private static void Below<T>(double bound, T actual, double expected, double scale, ActivationCase of, double x)
            where T : unmanaged, IBinaryFloatingPointIeee754<T>
        {
            double ulp = Ulp.Of<T>(scale);
            double error = Math.Abs(double.CreateChecked(actual) - expected) / ulp;
            bool isSame = double.CreateChecked(actual).Equals(double.CreateChecked(T.CreateSaturating(expected)));
            Assert.True(isSame || error <= bound, $"{of} at {x:R} in {typeof(T).Name}: {actual}, not {expected:R}; {error} ulp.");
        }
    }
}
