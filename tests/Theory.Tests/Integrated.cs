using FanIn.Theory.Activations;

namespace FanIn.Theory.Tests;

/// <summary>Activations of which nothing is known in closed form: everything is integrated.</summary>
internal static class Integrated
{
    public static ScalarFunction Find(string name)
    {
        var known = StandardActivations.Find(name)!;
        return new ScalarFunction(known.Value, known.Derivative, [.. known.Kinks]);
    }

    public static ActivationTheory Theory(string name) => ActivationTheory.Of(Find(name));
}
