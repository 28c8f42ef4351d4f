using System.Numerics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Model;

/// <summary>Where a stream starts. Value-equal.</summary>
public abstract record Seed
{
    private protected Seed()
    {
    }

    /// <summary>The seed 0, which holds when the file gives none.</summary>
    public static Seed Zero { get; } = new NumberSeed(BigInteger.Zero);

    /// <summary>As a file writes it: <c>42</c>, <c>[1, 2, 3]</c>, <c>{ entropy: 42, spawn_key: [0] }</c>.</summary>
    public abstract override string ToString();
}

/// <summary>A number in digits, at least 0.</summary>
public sealed record NumberSeed(BigInteger Value) : Seed
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}

/// <summary>32-bit words, the lowest first, at least one.</summary>
public sealed record WordsSeed(EquatableArray<uint> Words) : Seed
{
    /// <inheritdoc/>
    public override string ToString() => $"[{string.Join(", ", Words)}]";
}

/// <summary>A child of a seed.</summary>
/// <param name="Entropy">What the family starts from: a number or a list of words.</param>
/// <param name="SpawnKey">The child's number, its child's number, and so on; at least one.</param>
public sealed record SpawnedSeed(Seed Entropy, EquatableArray<uint> SpawnKey) : Seed
{
    /// <inheritdoc/>
    public override string ToString() => $"{{ entropy: {Entropy}, spawn_key: [{string.Join(", ", SpawnKey)}] }}";
}

/// <summary>The state of NumPy's Philox itself.</summary>
/// <param name="Key">From 0, below 2¹²⁸.</param>
/// <param name="Counter">From 0, below 2²⁵⁶.</param>
public sealed record PhiloxSeed(BigInteger Key, BigInteger Counter) : Seed
{
    /// <inheritdoc/>
    public override string ToString() => $"{{ key: {Key}, counter: {Counter} }}";
}
