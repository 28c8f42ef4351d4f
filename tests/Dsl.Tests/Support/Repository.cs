using System.Runtime.CompilerServices;

namespace FanIn.Dsl.Tests.Support;

/// <summary>Where the sources are: some tests hold the documents to what the code says.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    /// <summary>The chapter's twelve experiments, as the language page shows them.</summary>
    public static string ChapterFile { get; } = File.ReadAllText(Path.Combine(Root, "tests/Dsl.Tests/Data/activation-histograms.yaml"));

    /// <summary>Whether generated parts of documents are to be written anew instead of compared.</summary>
    public static bool Updates => Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1";

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
