using FanIn.Dsl.Model;
using FanIn.Runtime.Data;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Advising;

/// <summary>Files of samples, which a build does not read and a command may.</summary>
internal static class SampleFiles
{
    /// <summary>The moments of a training's files; null for data that comes from none.</summary>
    /// <param name="data">What is learned.</param>
    /// <param name="folder">What relative paths are relative to.</param>
    /// <exception cref="DataException">A file is missing or malformed, or its samples are not as the experiment has them.</exception>
    public static InputSketch? Moments(DataSet data, string folder)
    {
        if (data is not IdxFilesData files)
            return null;
        var samples = IdxData.Read(files.Images, files.Labels, folder);
        return samples.Features == files.Features
            ? samples.Moments()
            : throw new DataException($"{samples.Name} has {samples.Features} features a sample; the experiment says {files.Features}.");
    }
}
