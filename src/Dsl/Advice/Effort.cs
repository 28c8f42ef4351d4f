using FanIn.Theory.Activations;

namespace FanIn.Dsl.Advice;

/// <summary>
/// How much may be computed for the predictions of one file, counted and not timed, so that it is the same on every machine.
/// </summary>
/// <param name="layers">Layers of networks that differ.</param>
/// <param name="evaluations">Values and slopes of formulas.</param>
internal sealed class Effort(int layers, int evaluations)
{
    private const int MostKinks = 64;

    private int _layers = layers;
    private int _evaluations = evaluations;

    /// <summary>What a build spends on a file at most: about half a second where every number has to be computed.</summary>
    public static Effort OfBuild => new(layers: 4096, evaluations: 1_000_000);

    /// <summary>Takes the layers of a network; false when there are not so many left.</summary>
    public bool Spend(int layers)
    {
        bool isEnough = layers <= _layers;
        _layers -= isEnough ? layers : 0;
        return isEnough;
    }

    /// <summary>A formula that counts what is asked of it.</summary>
    /// <exception cref="ExhaustedException">It has more kinks than integrals are cut at.</exception>
    public IScalarActivation Count(IScalarActivation formula) =>
        formula.Kinks.Count <= MostKinks ? new Counted(formula, this) : throw new ExhaustedException("its formula has too many kinks");

    /// <summary>Theory can't go on: the formula has a value that is not finite, or takes too many values to be integrated.</summary>
    public sealed class ExhaustedException(string message) : Exception(message);

    private double Checked(double value)
    {
        if (--_evaluations < 0)
            throw new ExhaustedException("its formula changes too often for a prediction at build time");
        return double.IsNaN(value) || double.IsInfinity(value)
            ? throw new ExhaustedException("its formula is not finite everywhere")
            : value;
    }

    private sealed class Counted(IScalarActivation formula, Effort effort) : IScalarActivation
    {
        public IReadOnlyList<double> Kinks => formula.Kinks;

        public double Value(double x) => effort.Checked(formula.Value(x));

        public double Derivative(double x) => effort.Checked(formula.Derivative(x));
    }
}
