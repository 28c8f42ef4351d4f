namespace FanIn.Runtime.Data;

/// <summary>
/// Optical recognition of handwritten digits (E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998): 1,797 images of 8 × 8
/// pixels from 13 writers, ten classes. Each pixel counts the dark ones of 4 × 4, 0 … 16, and is divided by 16 here.
/// </summary>
public static class OpticalDigits
{
    private static readonly Lazy<LabelledData> Set = new(Read);

    /// <summary>The name in the language.</summary>
    public const string Name = "optical_digits";

    /// <summary>All images: 1797 samples × 64 features in [0, 1], in the repository's order.</summary>
    public static LabelledData All => Set.Value;

    private static LabelledData Read()
    {
        var images = IdxFile.Read("optical-digits-images-idx3-ubyte.gz", Open);
        var labels = IdxFile.Read("optical-digits-labels-idx1-ubyte.gz", Open);
        return IdxData.Pair(Name, images, labels, divisor: 16);
    }

    private static Stream Open(string file) =>
        typeof(OpticalDigits).Assembly.GetManifestResourceStream($"FanIn.Runtime.Data.{file}")
        ?? throw new DataException($"{file} is not in the assembly.");
}
