using FanIn.Testing.Files;

namespace FanIn.Testing.Verification;

/// <summary>Compares a text with the approved one. Knows no test framework: a front for one names the files and calls it.</summary>
public sealed class SnapshotVerifier
{
    private readonly SnapshotSettings settings;
    private readonly UniqueNames names;
    private readonly IDiffTool diffTool;

    private static readonly UniqueNames RunNames = new();

    /// <summary>A verifier; all of a process share the record of the names that the test run has used.</summary>
    public SnapshotVerifier(SnapshotSettings settings)
        : this(settings, RunNames, new DiffEngineTool())
    {
    }

    internal SnapshotVerifier(SnapshotSettings settings, UniqueNames names, IDiffTool diffTool)
    {
        this.settings = settings;
        this.names = names;
        this.diffTool = diffTool;
    }

    /// <summary>
    /// Passes, and deletes the received file, when the text is the approved one; otherwise writes the received file and throws.
    /// A verified file may have CRLF line ends, no byte order mark, and one newline more at its end.
    /// </summary>
    /// <exception cref="SnapshotException">Nothing was approved, or something else.</exception>
    /// <exception cref="InvalidOperationException">This test run has verified a snapshot of that name before.</exception>
    /// <exception cref="ArgumentException">The text holds half of a surrogate pair.</exception>
    public void Verify(SnapshotFiles files, string text)
    {
        names.Claim(files);

        var received = SnapshotEncoding.Normalise(text);
        var verified = SnapshotEncoding.Read(files.VerifiedPath);
        if (verified is not null && (verified == received || verified == received + "\n"))
        {
            Pass(files);
            return;
        }

        SnapshotEncoding.Write(files.ReceivedPath, received);
        var message = verified is null
            ? SnapshotMessage.New(files, received, settings)
            : SnapshotMessage.NotEqual(files, received, verified, settings);
        throw new SnapshotException(message + OpenDiffTool(files));
    }

    private void Pass(SnapshotFiles files)
    {
        if (!File.Exists(files.ReceivedPath))
            return;

        if (settings.UsesDiffTool)
            diffTool.Close(files);
        files.Reject();
    }

    // DiffEngine throws plain exceptions; that a window did not open must not hide that the snapshot differs.
    private string OpenDiffTool(SnapshotFiles files)
    {
        if (!settings.UsesDiffTool)
            return "";

        try
        {
            diffTool.Open(files);
            return "";
        }
        catch (Exception exception)
        {
            return $"The diff tool did not open: {exception.Message}\n";
        }
    }
}
