using System.Globalization;
using System.Numerics;
using System.Text.Json;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>
/// Values of mpmath at 60 digits, correctly rounded (functions.json): for the functions, and for the exact ones that judge them elsewhere.
/// </summary>
public class FunctionReferenceTests
{
    [Fact]
    public void Exp() => Check<ExpFunction>();

    [Fact]
    public void Log() => Check<LogFunction>();

    [Fact]
    public void Sin() => Check<SinFunction>();

    [Fact]
    public void Cos() => Check<CosFunction>();

    [Fact]
    public void Sigmoid() => Check<SigmoidFunction>();

    [Fact]
    public void Tanh() => Check<TanhFunction>();

    [Fact]
    public void Expm1() => Check<Expm1Function>();

    [Fact]
    public void Log1p() => Check<Log1pFunction>();

    [Fact]
    public void Erf() => Check<ErfFunction>();

    private static void Check<TFunction>()
        where TFunction : struct, IFunction
    {
        var data = TestData.Json("functions.json").GetProperty(TFunction.Name);
        foreach (var (bits, value) in Pairs(data.GetProperty("double")))
            Check<TFunction, double>(BitConverter.UInt64BitsToDouble(bits), BitConverter.UInt64BitsToDouble(value));
        foreach (var (bits, value) in Pairs(data.GetProperty("float")))
            Check<TFunction, float>(BitConverter.UInt32BitsToSingle((uint)bits), BitConverter.UInt32BitsToSingle((uint)value));
    }

    private static void Check<TFunction, T>(T x, T expected)
        where TFunction : struct, IFunction
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var exact = TFunction.Exact(double.CreateChecked(x));
        SameBits.Assert(expected, Ulp.Round<T>(exact));

        // As the exact value rounds to expected, a claim of c ulp leaves c + ½ between the two.
        var claim = typeof(T) == typeof(double) ? TFunction.Claim.Double : TFunction.Claim.Single;
        Assert.InRange(Ulp.Error(TFunction.Apply(new Lane<T>(x)).Value, (DoubleDouble)double.CreateChecked(expected)), 0, claim + 0.5);
    }

    private static IEnumerable<(ulong X, ulong Value)> Pairs(JsonElement list) =>
        list.EnumerateArray().Select(pair => (Hex(pair[0]), Hex(pair[1])));

    private static ulong Hex(JsonElement text) => ulong.Parse(text.GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
