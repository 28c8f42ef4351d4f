using System.Numerics;

namespace FanIn.Dsl;

/// <summary>How much a file may ask for, so that no text takes more than linear time and memory. Passing a limit is an error.</summary>
public static class Limits
{
    /// <summary>UTF-8 bytes of a file.</summary>
    public const int FileBytes = 256 * 1024;

    /// <summary>Nesting of lists and mappings.</summary>
    public const int Depth = 32;

    /// <summary>Scalars, lists and mappings of a file.</summary>
    public const int Nodes = 10_000;

    /// <summary>UTF-8 bytes of one scalar.</summary>
    public const int ScalarBytes = 4 * 1024;

    /// <summary>Characters of one formula.</summary>
    public const int FormulaLength = 1024;

    /// <summary>Nesting of a formula.</summary>
    public const int FormulaNesting = 64;

    /// <summary>Numbers, names and operators of all formulas after expansion over layers and variants.</summary>
    public const int FormulaNodes = 1_000_000;

    /// <summary>Characters of an experiment's, layer's or axis' name and of a label.</summary>
    public const int NameLength = 64;

    /// <summary>Characters of an id: the experiment's name, <c>/</c> and the joined labels.</summary>
    public const int IdLength = 200;

    /// <summary>The largest seed of NumPy's newer streams, 2^512 - 1: a SeedSequence spreads what it is given over 128 bits.</summary>
    public static readonly BigInteger LargestSeed = BigInteger.Pow(2, 512) - 1;

    /// <summary>Words of a seed, and of a spawn key.</summary>
    public const int SeedWords = 624;

    /// <summary>Axes of the matrix.</summary>
    public const int Axes = 8;

    /// <summary>Variants of a matrix.</summary>
    public const int Variants = 256;

    /// <summary>Combinations of the axes before <c>exclude</c>.</summary>
    public const int Combinations = 4096;

    /// <summary>Parameters of a file.</summary>
    public const int Parameters = 64;

    /// <summary>Layers of a variant after repeat.</summary>
    public const int Layers = 4096;

    /// <summary>Nesting of blocks and residuals.</summary>
    public const int LayerNesting = 16;

    /// <summary>Layers of all variants together.</summary>
    public const int LayersOfAllVariants = 16_384;

    /// <summary>Entries of <c>expect</c>, <c>figure</c>, <c>include</c> and <c>exclude</c>.</summary>
    public const int Entries = 256;

    /// <summary>Expectations of all variants after expansion to single layers.</summary>
    public const int Expectations = 65_536;

    /// <summary>Steps of a training.</summary>
    public const int Steps = 1_000_000;

    /// <summary>Classes of data that are drawn.</summary>
    public const int Classes = 4096;

    /// <summary>Bins of a histogram.</summary>
    public const int Bins = 4096;

    /// <summary>Elements of one tensor: 2 GiB in float64.</summary>
    public const long TensorElements = 1L << 28;

    /// <summary>Elements of all tensors that one variant keeps: 8 GiB in float64.</summary>
    public const long VariantElements = 1L << 30;
}
