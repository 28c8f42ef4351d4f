using System.Text.Json;
using FanIn.Runtime.Activations;

namespace FanIn.Runtime.Tests.Activations;

/// <summary>What is tested of each activation, whatever its type.</summary>
internal interface IActivationTest
{
    void Run<TActivation>(ActivationCase of, TActivation activation)
        where TActivation : struct, IActivation;
}

/// <summary>An activation with numbers, and its values as mpmath has them (activation-values.json).</summary>
/// <param name="Json">x, φ(x), φ′(x) by dtype.</param>
public sealed record ActivationCase(JsonElement Json)
{
    public static IReadOnlyList<ActivationCase> All { get; } =
        [.. TestData.Json("activation-values.json").GetProperty("cases").EnumerateArray().Select(json => new ActivationCase(json))];

    public string Name => Json.GetProperty("activation").GetString()!;

    public Type Type => typeof(IActivation).Assembly.GetType($"FanIn.Runtime.Activations.{Json.GetProperty("type")}", throwOnError: true)!;

    public double[] Numbers => [.. Json.GetProperty("parameters").EnumerateArray().Select(number => number.GetDouble())];

    /// <summary>All cases' labels, for theories.</summary>
    public static TheoryData<string> Labels => [.. All.Select(of => of.ToString())];

    public static ActivationCase Of(string label) => All.Single(of => of.ToString() == label);

    /// <summary>The rows of <c>double</c> or <c>float</c>.</summary>
    public IEnumerable<(double X, double Value, double Slope)> Rows(string dtype) => Json.GetProperty(dtype).EnumerateArray()
        .Select(row => (row[0].GetDouble(), row[1].GetDouble(), row[2].GetDouble()));

    /// <summary>Runs the test with the activation as the type that it is.</summary>
    internal void Run(IActivationTest test)
    {
        var activation = Numbers.Length == 0 ? Activator.CreateInstance(Type) : Activator.CreateInstance(Type, [.. Numbers.Cast<object>()]);
        typeof(IActivationTest).GetMethod(nameof(IActivationTest.Run))!.MakeGenericMethod(Type).Invoke(
            test, System.Reflection.BindingFlags.DoNotWrapExceptions, null, [this, activation], null);
    }

    public override string ToString() => Numbers.Length == 0
        ? Name
        : $"{Name} {string.Join(' ', Numbers.Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)))}";
}
