using DiffEngine;
using FanIn.Testing.Files;

namespace FanIn.Testing.Verification;

/// <summary>The window that shows two files beside each other.</summary>
internal interface IDiffTool
{
    /// <summary>Shows the files.</summary>
    void Open(SnapshotFiles files);

    /// <summary>Closes the window that <see cref="Open"/> opened, if it is still there.</summary>
    void Close(SnapshotFiles files);
}

/// <summary>DiffEngine's tool; none with <c>DiffEngine_Disabled=true</c>.</summary>
internal sealed class DiffEngineTool : IDiffTool
{
    public void Open(SnapshotFiles files)
    {
        if (!DiffRunner.Disabled)
            DiffRunner.Launch(files.ReceivedPath, files.VerifiedPath);
    }

    public void Close(SnapshotFiles files)
    {
        if (!DiffRunner.Disabled)
            DiffRunner.Kill(files.ReceivedPath, files.VerifiedPath);
    }
}
