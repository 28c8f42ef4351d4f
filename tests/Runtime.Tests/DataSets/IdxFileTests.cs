using System.IO.Compression;
using FanIn.Runtime.Data;

namespace FanIn.Runtime.Tests.DataSets;

/// <summary>MNIST's own format, and what is said of a file that is not in it.</summary>
public sealed class IdxFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fanin-idx").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Images_and_labels_make_data(bool compressed)
    {
        var images = Write("images", [0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 51, 102], compressed);
        var labels = Write("labels", [0, 0, 8, 1, 0, 0, 0, 2, 4, 1], compressed);
        var data = IdxData.Read(images, labels);
        Assert.Equal((2, 2, 5), (data.Samples, data.Features, data.Classes));
        Assert.Equal([0, 1, 51 / 255.0, 102 / 255.0], data.Values.ToArray());
        Assert.Equal([4, 1], data.Labels.ToArray());
    }

    [Theory]
    [InlineData(new byte[] { }, "not an IDX file")]
    [InlineData(new byte[] { 0, 0, 8 }, "not an IDX file")]
    [InlineData(new byte[] { 1, 0, 8, 1, 0, 0, 0, 1, 7 }, "not an IDX file")]
    [InlineData(new byte[] { 0, 0, 13, 1, 0, 0, 0, 1, 7 }, "type 0x0D; only unsigned bytes")]
    [InlineData(new byte[] { 0, 0, 8, 0 }, "0 dimensions")]
    [InlineData(new byte[] { 0, 0, 8, 9, 0, 0, 0, 1 }, "9 dimensions")]
    [InlineData(new byte[] { 0, 0, 8, 2, 0, 0, 0, 1 }, "ends within its dimensions")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 0 }, "a dimension of 0")]
    [InlineData(new byte[] { 0, 0, 8, 1, 255, 255, 255, 255 }, "a dimension of -1")]
    [InlineData(new byte[] { 0, 0, 8, 2, 127, 0, 0, 0, 127, 0, 0, 0 }, "a dimension of")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 3, 1, 2 }, "ends after 2 of 3 elements")]
    [InlineData(new byte[] { 0, 0, 8, 1, 0, 0, 0, 1, 1, 2 }, "goes on after its 1 elements")]
    [InlineData(new byte[] { 0x1F, 0x8B, 8, 1 }, "")]
    public void A_malformed_file_is_named_with_its_fault(byte[] bytes, string fault)
    {
        var path = Write("bad", bytes, compressed: false);
        var exception = Assert.Throws<DataException>(() => IdxFile.Read(path));
        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains(fault, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        var path = Path.Combine(_folder, "nowhere", "train-images-idx3-ubyte");
        var exception = Assert.Throws<DataException>(() => IdxFile.Read(path));
        Assert.Contains($"{path} does not exist", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_do_not_fit_each_other_are_refused()
    {
        var images = Write("images", [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 1, 9, 9], compressed: false);
        var three = Write("three", [0, 0, 8, 1, 0, 0, 0, 3, 1, 2, 3], compressed: false);
        Assert.Contains("has 2 samples", Fault(images, three), StringComparison.Ordinal);
        Assert.Contains("as labels have", Fault(three, three), StringComparison.Ordinal);
        Assert.Contains("labels have one", Fault(images, images), StringComparison.Ordinal);
    }

    private static string Fault(string images, string labels) =>
        Assert.Throws<DataException>(() => IdxData.Read(images, labels)).Message;

    private string Write(string name, byte[] bytes, bool compressed)
    {
        var path = Path.Combine(_folder, name);
        using Stream file = File.Create(path);
        using var target = compressed ? new GZipStream(file, CompressionLevel.Optimal) : file;
        target.Write(bytes);
        return path;
    }
}
