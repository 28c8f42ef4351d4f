using System.Runtime.InteropServices;

namespace FanIn.Experiments.Tests.Documents;

/// <summary>The figures of a page are those that are drawn now. FANIN_UPDATE=1 draws them anew.</summary>
internal static class PageFigures
{
    private static bool Updates => Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1";

    /// <summary>Everywhere the same numbers, but only the same library draws the same pixels.</summary>
    private static bool DrawsTheSamePixels => OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Checks a folder that has these figures and no other file.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="draw">Draws all of them into the folder that it is given.</param>
    public static void Check(string folder, Action<string> draw)
    {
        var drawn = Directory.CreateTempSubdirectory("fanin-");
        try
        {
            draw(drawn.FullName);
            if (Updates)
                Replace(folder, drawn);
            Assert.Equal(
                drawn.GetFiles().Select(file => file.Name).Order(), new DirectoryInfo(folder).GetFiles().Select(file => file.Name).Order());
            foreach (var file in drawn.GetFiles())
                Compare(file.FullName, Path.Combine(folder, file.Name));
        }
        finally
        {
            drawn.Delete(recursive: true);
        }
    }

    private static void Replace(string folder, DirectoryInfo drawn)
    {
        Directory.CreateDirectory(folder);
        foreach (string old in Directory.GetFiles(folder))
            File.Delete(old);
        foreach (var file in drawn.GetFiles())
            file.CopyTo(Path.Combine(folder, file.Name));
    }

    private static void Compare(string drawn, string page)
    {
        var (expected, actual) = (File.ReadAllBytes(drawn), File.ReadAllBytes(page));
        Assert.InRange(actual.Length, 10_000, 600_000);
        Assert.True(Size(expected).SequenceEqual(Size(actual)), $"{page} has another size.");
        Assert.True(!DrawsTheSamePixels || expected.SequenceEqual(actual), $"{page} shows something else.");
    }

    /// <summary>Width and height, as a PNG's first chunk has them.</summary>
    private static byte[] Size(byte[] png) => png[16..24];
}
