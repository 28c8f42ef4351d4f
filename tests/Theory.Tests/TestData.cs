using System.Text.Json;

namespace FanIn.Theory.Tests;

/// <summary>Reference values that travel in the assembly.</summary>
internal static class TestData
{
    public static string Text(string name)
    {
        using var stream = typeof(TestData).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No {name} in the test assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    public static JsonElement Json(string name) => JsonDocument.Parse(Text(name)).RootElement;
}
