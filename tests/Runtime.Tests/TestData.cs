using System.Text.Json;

namespace FanIn.Runtime.Tests;

/// <summary>The files of the Data folder, which are resources of this assembly.</summary>
internal static class TestData
{
    public static JsonElement Json(string file)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(file)
            ?? throw new FileNotFoundException($"No test data called {file}.");
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
