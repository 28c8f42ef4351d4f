using System.Buffers.Binary;
using System.IO.Compression;

namespace FanIn.Runtime.Data;

/// <summary>
/// A file in the IDX format of the MNIST database (LeCun, Cortes and Burges, "The MNIST database of handwritten digits"): two bytes 0, the
/// element's type, the number of dimensions, each dimension as a big-endian 32-bit number, then the elements. Unsigned bytes alone are
/// read, as MNIST and its likes have them; a file that is compressed with gzip is unpacked on the way.
/// </summary>
/// <param name="Path">Where it was read from, as messages name it.</param>
/// <param name="Dimensions">The number of samples first.</param>
/// <param name="Bytes">The elements, row-major.</param>
public sealed record IdxFile(string Path, IReadOnlyList<int> Dimensions, ReadOnlyMemory<byte> Bytes)
{
    private const int UnsignedByte = 8;
    private const int MostDimensions = 4;
    private const long MostBytes = 1L << 30;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path, by which messages name it.</param>
    /// <param name="folder">Where a path starts that is not absolute; null for the current folder.</param>
    /// <exception cref="DataException">It is missing, cannot be read, or is not such a file.</exception>
    public static IdxFile Read(string path, string? folder = null)
    {
        var place = System.IO.Path.GetFullPath(path, folder ?? Environment.CurrentDirectory);
        return File.Exists(place) ? Read(path, _ => File.OpenRead(place)) : throw new DataException(Missing(path, place));
    }

    private static string Missing(string path, string place)
    {
        var found = Directory.Exists(place) ? "is a folder" : "does not exist";
        var where = System.IO.Path.IsPathRooted(path) ? "" : $" ({place})";
        return $"{path}{where} {found}. An IDX file, MNIST's own format, is expected there, as it is or as .gz.";
    }

    /// <summary>Reads from what <paramref name="open"/> opens.</summary>
    internal static IdxFile Read(string path, Func<string, Stream> open)
    {
        try
        {
            using var file = open(path);
            using var content = Unpacked(file);
            return Parse(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new DataException($"{path} cannot be read: {exception.Message}", exception);
        }
    }

    private static Stream Unpacked(Stream file)
    {
        Span<byte> magic = stackalloc byte[2];
        var read = file.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false);
        file.Position = 0;
        return read == 2 && magic[0] == 0x1F && magic[1] == 0x8B ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static IdxFile Parse(string path, Stream content)
    {
        Span<byte> head = stackalloc byte[4];
        if (content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) < head.Length || head[0] != 0 || head[1] != 0)
            throw new DataException($"{path} is not an IDX file: it must begin with two bytes 0, a type and a number of dimensions.");
        if (head[2] != UnsignedByte)
            throw new DataException($"{path} has elements of type 0x{head[2]:X2}; only unsigned bytes (0x08) are read.");
        if (head[3] is 0 or > MostDimensions)
            throw new DataException($"{path} has {head[3]} dimensions; 1 to {MostDimensions} are allowed.");
        var dimensions = new int[head[3]];
        var count = 1L;
        Span<byte> number = stackalloc byte[4];
        foreach (ref var dimension in dimensions.AsSpan())
        {
            if (content.ReadAtLeast(number, number.Length, throwOnEndOfStream: false) < number.Length)
                throw new DataException($"{path} ends within its dimensions.");
            dimension = BinaryPrimitives.ReadInt32BigEndian(number);
            count = dimension is > 0 and <= int.MaxValue / 2 ? count * dimension : MostBytes + 1;
            if (count > MostBytes)
                throw new DataException(
                    $"{path} has a dimension of {dimension}; at least 1 is needed, and at most {MostBytes} bytes in all.");
        }

        var bytes = new byte[count];
        var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length)
            throw new DataException($"{path} ends after {read} of {bytes.Length} elements ({string.Join(" × ", dimensions)}).");
        if (content.ReadByte() >= 0)
            throw new DataException($"{path} goes on after its {bytes.Length} elements ({string.Join(" × ", dimensions)}).");
        return new(path, dimensions, bytes);
    }
}
