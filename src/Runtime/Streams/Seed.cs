using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Streams;

/// <summary>
/// Where a stream starts. A number, as a rule, and every <see cref="ulong"/> is one: <c>Seed seed = 42</c>. NumPy's streams take more:
/// docs/numerics.md says which stream takes what. Seeds are equal when they are of one kind and say the same.
/// </summary>
public abstract record Seed
{
    private protected Seed()
    {
    }

    /// <summary>A number as a seed.</summary>
    public static implicit operator Seed(ulong number) => new NumberSeed(number);

    /// <summary>A number of any size, in decimal digits.</summary>
    /// <exception cref="FormatException">There are other characters than digits, or none.</exception>
    public static Seed Parse(string digits) => new NumberSeed(BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>A list of 32-bit words: NumPy's <c>SeedSequence([1, 2, 3])</c>, or <c>np.random.seed([1, 2, 3])</c>.</summary>
    /// <exception cref="ArgumentException">There are no words.</exception>
    public static Seed Words(params ImmutableArray<uint> words) => new WordsSeed(words);

    /// <summary>A key and a counter of NumPy's <c>Philox(key=…, counter=…)</c>, in decimal digits.</summary>
    /// <exception cref="FormatException">There are other characters than digits, or none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The key is 2¹²⁸ or more, or the counter 2²⁵⁶ or more.</exception>
    public static Seed Philox(string key, string counter = "0") => new PhiloxSeed(
        BigInteger.Parse(key, NumberStyles.None, CultureInfo.InvariantCulture),
        BigInteger.Parse(counter, NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>
    /// The seed of a child: <c>SeedSequence(s).spawn(n)[k]</c> is <c>Spawn(k)</c>, and its own child j <c>Spawn(k, j)</c>.
    /// </summary>
    /// <exception cref="ArgumentException">There are no words, or this seed is neither a number nor a list of words.</exception>
    public Seed Spawn(params ImmutableArray<uint> spawnKey) => new SpawnedSeed(this, spawnKey);

    /// <summary>As a YAML file writes it: <c>42</c>, <c>[1, 2, 3]</c>, <c>{ entropy: 42, spawn_key: [0] }</c>.</summary>
    public abstract override string ToString();

    /// <summary>
    /// The seed for draws that come from philox whatever the stream is: the number, or where philox has none, the FNV-1a of the text.
    /// </summary>
    internal ulong ForPhilox => this is NumberSeed { Value: var number } && number <= ulong.MaxValue
        ? (ulong)number
        : TensorKey.Of(ToString()).Value;

    private protected static string List(ImmutableArray<uint> words) =>
        $"[{string.Join(", ", words.Select(word => word.ToString(CultureInfo.InvariantCulture)))}]";
}

/// <summary>A number.</summary>
/// <param name="Value">At least 0.</param>
public sealed record NumberSeed(BigInteger Value) : Seed
{
    /// <summary>The number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public BigInteger Value { get; } = Value.Sign >= 0 ? Value : throw new ArgumentOutOfRangeException(nameof(Value), Value, "Below 0.");

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A list of 32-bit words, at least one.</summary>
public sealed record WordsSeed : Seed
{
    private readonly ByElements<ImmutableArray<uint>, uint> _words;

    /// <summary>Wraps them.</summary>
    /// <exception cref="ArgumentException">There are none.</exception>
    public WordsSeed(ImmutableArray<uint> words) =>
        _words = words.IsDefaultOrEmpty ? throw new ArgumentException("A list of words has at least one.", nameof(words)) : new(words);

    /// <summary>The words, the lowest first.</summary>
    public new ImmutableArray<uint> Words => _words.List;

    /// <inheritdoc/>
    public override string ToString() => List(Words);
}

/// <summary>A child of a seed.</summary>
public sealed record SpawnedSeed : Seed
{
    private readonly ByElements<ImmutableArray<uint>, uint> _spawnKey;

    /// <summary>Names the child.</summary>
    /// <param name="entropy">What the family starts from: a number or a list of words.</param>
    /// <param name="spawnKey">The child's number, its child's number, and so on; at least one.</param>
    /// <exception cref="ArgumentException">The entropy is of another kind, or the spawn key is empty.</exception>
    public SpawnedSeed(Seed entropy, ImmutableArray<uint> spawnKey)
    {
        if (entropy is not (NumberSeed or WordsSeed))
            throw new ArgumentException("Entropy is a number or a list of words.", nameof(entropy));
        if (spawnKey.IsDefaultOrEmpty)
            throw new ArgumentException("A spawn key has at least one word.", nameof(spawnKey));
        (Entropy, _spawnKey) = (entropy, new(spawnKey));
    }

    /// <summary>What the family starts from.</summary>
    public Seed Entropy { get; }

    /// <summary>The child's number, its child's number, and so on.</summary>
    public ImmutableArray<uint> SpawnKey => _spawnKey.List;

    /// <inheritdoc/>
    public override string ToString() => $"{{ entropy: {Entropy}, spawn_key: {List(SpawnKey)} }}";
}

/// <summary>The state of NumPy's Philox itself, past all seeding.</summary>
public sealed record PhiloxSeed : Seed
{
    /// <summary>Takes it.</summary>
    /// <param name="key">From 0, below 2¹²⁸.</param>
    /// <param name="counter">From 0, below 2²⁵⁶. The first block is that of the counter after it, as in NumPy.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is too large or negative.</exception>
    public PhiloxSeed(BigInteger key, BigInteger counter)
    {
        Key = Require(key, 128, nameof(key));
        Counter = Require(counter, 256, nameof(counter));
    }

    /// <summary>128 bits.</summary>
    public BigInteger Key { get; }

    /// <summary>256 bits.</summary>
    public BigInteger Counter { get; }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{{ key: {Key}, counter: {Counter} }}");

    private static BigInteger Require(BigInteger number, int bits, string name) => number.Sign >= 0 && number.GetBitLength() <= bits
        ? number
        : throw new ArgumentOutOfRangeException(name, number, $"It has more than {bits} bits, or is negative.");
}
