using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Numerics;
using FanIn.Theory;
using FanIn.Theory.Activations;

namespace FanIn.Cli.Rendering;

/// <summary>What an activation of the vocabulary computes, with its defaults or the numbers of its example.</summary>
/// <param name="entry">The entry.</param>
internal sealed class ActivationFacts(ActivationEntry entry)
{
    /// <summary>Where the shape begins.</summary>
    public const int Low = -3;

    /// <summary>Where the shape ends.</summary>
    public const int High = 3;

    private const string Levels = "▁▂▃▄▅▆▇█";

    private readonly IActivation _activation = Create(entry);

    /// <summary>Where it is not smooth.</summary>
    public IReadOnlyList<double> Kinks => _activation.Kinks;

    /// <summary>As a file writes it with these numbers: <c>threshold { threshold: 0.5, value: 0 }</c>.</summary>
    public string Written
    {
        get
        {
            var numbers = entry.Parameters.Zip(entry.Numbers, (parameter, number) => $"{parameter.Name}: {ShortNumber.Bound(number)}");
            return entry.Parameters.Count == 0 ? entry.Name : $"{entry.Name} {{ {string.Join(", ", numbers)} }}";
        }
    }

    /// <summary>1/√E φ(x)² for a standard normal x, in five digits.</summary>
    public string Gain => Gains.Of(Scalar()).SecondMoment.ToString("F4", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Its lowest and highest value there, as text.</summary>
    public string Span
    {
        get
        {
            double[] values = Sample(97);
            return $"φ from {ShortNumber.Bound(values.Min())} to {ShortNumber.Bound(values.Max())}";
        }
    }

    /// <summary>φ(x).</summary>
    public double Value(double x) => _activation.Apply(new Lane<double>(x)).Value;

    /// <summary>φ′(x).</summary>
    public double Slope(double x) => _activation.Derivative(new Lane<double>(x)).Value;

    /// <summary>φ from <see cref="Low"/> to <see cref="High"/> as a line of block characters, the lowest value lowest.</summary>
    public string Sparkline(int columns)
    {
        double[] values = Sample(columns);
        double low = values.Min();
        double step = Math.Max(values.Max() - low, double.Epsilon) / Levels.Length;
        return string.Concat(values.Select(value => Levels[Math.Min((int)((value - low) / step), Levels.Length - 1)]));
    }

    /// <summary>The function of theory: the one it knows closed forms of, or the runtime's.</summary>
    private IScalarActivation Scalar()
    {
        var numbers = entry.Parameters.Zip(entry.Numbers).ToDictionary(pair => pair.First.Name, pair => pair.Second);
        return StandardActivations.Find(entry.Name, numbers) ?? new ScalarFunction(Value, Slope, [.. Kinks]);
    }

    private double[] Sample(int count) =>
        [.. Enumerable.Range(0, count).Select(i => Value(Low + (High - Low) * i / (count - 1.0)))];

    private static IActivation Create(ActivationEntry entry)
    {
        var type = typeof(IActivation).Assembly.GetType($"FanIn.Runtime.Activations.{entry.RuntimeType}", throwOnError: true)!;
        return (IActivation)Activator.CreateInstance(type, [.. entry.Numbers.Cast<object>()])!;
    }
}
