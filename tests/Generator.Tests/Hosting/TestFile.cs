using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace FanIn.Generator.Tests.Hosting;

/// <summary>An additional file that the project's metadata tells apart.</summary>
internal interface IExperimentFile
{
    /// <summary>The metadata FanInExperiment.</summary>
    bool IsExperiment { get; }
}

/// <summary>An additional file of a test's project.</summary>
internal sealed class TestFile(string path, string text, bool isExperiment = true) : AdditionalText, IExperimentFile
{
    public override string Path => path;

    public bool IsExperiment => isExperiment;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);

    public TestFile With(string newText) => new(path, newText, isExperiment);

    /// <summary>A new object of the same path and text, as editors make them at each keystroke.</summary>
    public TestFile Copy() => new(path, text, isExperiment);
}
