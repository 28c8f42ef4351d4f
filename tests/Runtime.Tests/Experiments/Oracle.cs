using System.Text.Json;

namespace FanIn.Runtime.Tests.Experiments;

/// <summary>Reference data embedded in this assembly.</summary>
public static class Oracle
{
    public static JsonElement Read(string file)
    {
        using var stream = typeof(Oracle).Assembly.GetManifestResourceStream(file) ?? throw new FileNotFoundException(file);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.Clone();
    }
}
