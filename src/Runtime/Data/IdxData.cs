using System.Reflection;

namespace FanIn.Runtime.Data;

/// <summary>Images and labels from a pair of IDX files, as MNIST and its likes come.</summary>
public static class IdxData
{
    /// <summary>The name in the language.</summary>
    public const string Name = "idx";

    /// <summary>Reads images and labels; each byte is divided by 255.</summary>
    /// <param name="images">File with samples × any further dimensions, which are the features.</param>
    /// <param name="labels">File with one class a sample.</param>
    /// <exception cref="DataException">A file is missing or malformed, or the two do not fit each other.</exception>
    public static LabelledData Read(string images, string labels) => Read(images, labels, folder: null);

    /// <summary>As the other; a path that is not absolute is one from the folder of the project that the assembly was built from.</summary>
    /// <param name="images">File with the samples.</param>
    /// <param name="labels">File with their classes.</param>
    /// <param name="program">
    /// Its build noted where the project is; if it did not, or that is no more there, the current folder holds.
    /// </param>
    /// <exception cref="DataException">A file is missing or malformed, or the two do not fit each other.</exception>
    public static LabelledData Read(string images, string labels, Assembly program)
    {
        var project =
            program.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(note => note.Key == "FanIn.ProjectDirectory")?.Value;
        return Read(images, labels, Directory.Exists(project) ? project : null);
    }

    /// <summary>As the other; a path that is not absolute is one from a folder, without one from the current folder.</summary>
    /// <param name="images">File with the samples.</param>
    /// <param name="labels">File with their classes.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="DataException">A file is missing or malformed, or the two do not fit each other.</exception>
    public static LabelledData Read(string images, string labels, string? folder)
    {
        var (samples, classes) = (IdxFile.Read(images, folder), IdxFile.Read(labels, folder));
        return Pair(Path.GetFileNameWithoutExtension(images), samples, classes, divisor: 255, new(images, labels));
    }

    /// <summary>Puts the two together.</summary>
    internal static LabelledData Pair(string name, IdxFile images, IdxFile labels, double divisor, DataFiles? files = null)
    {
        if (images.Dimensions.Count < 2)
            throw new DataException($"{images.Path} has one dimension, as labels have; images need samples and features.");
        if (labels.Dimensions.Count != 1)
            throw new DataException($"{labels.Path} has {labels.Dimensions.Count} dimensions; labels have one.");
        var samples = images.Dimensions[0];
        if (labels.Dimensions[0] != samples)
            throw new DataException($"{images.Path} has {samples} samples, {labels.Path} has {labels.Dimensions[0]} labels.");
        var values = new double[images.Bytes.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = images.Bytes.Span[i] / divisor;
        var classes = Array.ConvertAll(labels.Bytes.ToArray(), label => (int)label);
        return new(name, values.Length / samples, classes.Max() + 1, values, classes) { Files = files };
    }
}
