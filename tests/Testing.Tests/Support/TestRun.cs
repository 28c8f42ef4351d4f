using System.Text;
using FanIn.Testing.Files;
using FanIn.Testing.Verification;

namespace FanIn.Testing.Tests.Support;

/// <summary>A snapshot in a folder of its own, verified by one test run after another.</summary>
internal sealed class TestRun : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public TestRun(SnapshotSettings? settings = null)
    {
        Settings = settings ?? new SnapshotSettings();
        Files = new SnapshotFiles(folder.Path, "HistogramTests.Activations");
    }

    public SnapshotSettings Settings { get; }

    public RecordedDiffTool DiffTool { get; init; } = new();

    public SnapshotFiles Files { get; }

    /// <summary>Names of the files that exist, in order.</summary>
    public IEnumerable<string?> Existing => Directory.GetFiles(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>One run of the test: the message it failed with, null when it passed.</summary>
    public string? Verify(string text)
    {
        try
        {
            new SnapshotVerifier(Settings, new UniqueNames(), DiffTool).Verify(Files, text);
            return null;
        }
        catch (SnapshotException exception)
        {
            return exception.Message;
        }
    }

    /// <summary>Approves the bytes.</summary>
    public void Approve(params byte[] bytes) => File.WriteAllBytes(Files.VerifiedPath, bytes);

    /// <summary>Approves the text, without byte order mark.</summary>
    public void Approve(string text) => Approve(Encoding.UTF8.GetBytes(text));

    public void Dispose() => folder.Dispose();
}
