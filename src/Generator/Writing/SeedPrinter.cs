using System.Globalization;
using FanIn.Dsl.Model;

namespace FanIn.Generator.Writing;

/// <summary>Prints seeds as C#: numbers as literals as far as C# has any.</summary>
internal static class SeedPrinter
{
    private const string Type = $"{Names.Runtime}::Streams.Seed";

    /// <summary>The seed as an expression that is, or converts to, a Seed of the runtime.</summary>
    public static string Print(Seed seed) => seed switch
    {
        NumberSeed { Value: var number } when number <= ulong.MaxValue => $"{number.ToString(CultureInfo.InvariantCulture)}UL",
        PhiloxSeed philox => $"{Type}.Philox(\"{philox.Key}\", \"{philox.Counter}\")",
        _ => PrintWhole(seed),
    };

    private static string PrintWhole(Seed seed) => seed switch
    {
        NumberSeed number => $"{Type}.Parse(\"{number}\")",
        WordsSeed list => $"{Type}.Words({string.Join(", ", list.Words)})",
        SpawnedSeed child => $"{PrintWhole(child.Entropy)}.Spawn({string.Join(", ", child.SpawnKey)})",
        _ => throw new ArgumentOutOfRangeException(nameof(seed), seed, "Not a seed that can have children."),
    };
}
