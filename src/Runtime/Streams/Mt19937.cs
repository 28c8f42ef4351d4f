using System.Numerics;
using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Streams;

/// <summary>
/// The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998), seeded by <c>init_genrand</c> or, from a list, <c>init_by_array</c>.
/// </summary>
internal sealed class Mt19937
{
    private const int Length = 624;
    private const int Middle = 397;

    private readonly uint[] _state = new uint[Length];
    private readonly uint[] _output = new uint[Length];
    private int _next;

    public Mt19937(uint seed) => Restart(seed);

    /// <summary>Puts the generator where a new one with this seed stands.</summary>
    public void Restart(uint seed)
    {
        _state[0] = seed;
        for (var i = 1; i < Length; i++)
            _state[i] = 1812433253u * (_state[i - 1] ^ (_state[i - 1] >> 30)) + (uint)i;
        _next = Length;
    }

    /// <summary>Puts the generator where a new one with this list of words stands.</summary>
    public void Restart(ReadOnlySpan<uint> words)
    {
        Restart(19650218u);
        var i = 1;
        for (var k = 0; k < Math.Max(Length, words.Length); k++)
        {
            var word = k % words.Length;
            _state[i] = (_state[i] ^ Last(i) * 1664525u) + words[word] + (uint)word;
            i = Following(i);
        }

        for (var k = 0; k < Length - 1; k++)
        {
            _state[i] = (_state[i] ^ Last(i) * 1566083941u) - (uint)i;
            i = Following(i);
        }

        _state[0] = 0x80000000;

        uint Last(int index) => _state[index - 1] ^ (_state[index - 1] >> 30);
    }

    /// <summary>The next word of the state after the first, which takes the last one's value when the round is over.</summary>
    private int Following(int index)
    {
        if (index + 1 < Length)
            return index + 1;
        _state[0] = _state[Length - 1];
        return 1;
    }

    /// <summary>32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint NextUInt32()
    {
        var next = _next;
        var output = _output;
        if ((uint)next >= (uint)output.Length)
        {
            Refill();
            next = 0;
        }

        _next = next + 1;
        return output[next];
    }

    /// <summary>Uniform in [0, 1) with 53 bits from two words: <c>random_sample</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double NextDouble()
    {
        var high = NextUInt32() >> 5;
        var low = NextUInt32() >> 6;
        return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
    }

    /// <summary>The next state, and all of its words tempered at once.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private void Refill()
    {
        Update(0, Length - Middle, Middle);
        Update(Length - Middle, Length - 1, Middle - Length);
        _state[Length - 1] = _state[Middle - 1] ^ Twist(_state[Length - 1], _state[0]);

        var i = 0;
        for (; i <= Length - Vector<uint>.Count; i += Vector<uint>.Count)
            Temper(new Vector<uint>(_state, i)).CopyTo(_output, i);
        for (; i < Length; i++)
            _output[i] = Temper(new Vector<uint>(_state[i]))[0];
    }

    /// <summary>
    /// The next state's words start … end − 1, from the words that far away: several at once, for none needs a near neighbour's new value.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Update(int start, int end, int distance)
    {
        var i = start;
        for (; i <= end - Vector<uint>.Count; i += Vector<uint>.Count)
        {
            var twisted = Twist(new Vector<uint>(_state, i), new Vector<uint>(_state, i + 1));
            (new Vector<uint>(_state, i + distance) ^ twisted).CopyTo(_state, i);
        }

        for (; i < end; i++)
            _state[i] = _state[i + distance] ^ Twist(_state[i], _state[i + 1]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Twist(uint high, uint low) => Twist(new Vector<uint>(high), new Vector<uint>(low))[0];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Twist(Vector<uint> high, Vector<uint> low)
    {
        var y = high & new Vector<uint>(0x80000000) | low & new Vector<uint>(0x7FFFFFFF);
        return y >> 1 ^ (Vector<uint>.Zero - (y & Vector<uint>.One)) & new Vector<uint>(0x9908B0DF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<uint> Temper(Vector<uint> y)
    {
        y ^= y >> 11;
        y ^= y << 7 & new Vector<uint>(0x9D2C5680);
        y ^= y << 15 & new Vector<uint>(0xEFC60000);
        return y ^ y >> 18;
    }
}
