using System.IO.Compression;
using FanIn.Runtime.Data;
using FanIn.Runtime.Tests.Training;
using FanIn.Runtime.Training;

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

    [Theory]
    [InlineData("data/nothing.gz", "does not exist. An IDX file")]
    [InlineData("data", "is a folder. An IDX file")]
    public void A_path_of_the_project_is_named_as_it_was_written_and_as_it_was_looked_for(string path, string fault)
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        var exception = Assert.Throws<DataException>(() => IdxFile.Read(path, _folder));
        Assert.StartsWith($"{path} ({Path.Combine(_folder, path)}) {fault}", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_within_a_file_is_told_of_the_path_as_it_was_written()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "data"));
        Write("data/bad", [0, 0, 8, 0], compressed: false);
        Assert.Equal(
            "data/bad has 0 dimensions; 1 to 4 are allowed.",
            Assert.Throws<DataException>(() => IdxFile.Read("data/bad", _folder)).Message);
    }

    [Theory]
    [InlineData(2, "images has 2 features a sample; trained says 7.")]
    [InlineData(7, "labels has 5 classes; the last layer of trained has 3 units.")]
    public void Files_that_do_not_fit_the_experiment_are_named_with_their_folder(byte features, string fault)
    {
        var images = Write("images", [0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, features, .. new byte[2 * features]], compressed: false);
        var labels = Write("labels", [0, 0, 8, 1, 0, 0, 0, 2, 4, 1], compressed: false);
        var recipe = new Recipe { Data = _ => IdxData.Read(images, labels) };
        var refused = Assert.Throws<DataException>(() => new TrainedNet<double, Sgd>(recipe, new(0.1)));
        Assert.Equal(Path.Combine(_folder, fault), refused.Message);
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
