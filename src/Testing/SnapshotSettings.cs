using DiffEngine;

namespace FanIn.Testing;

/// <summary>How a snapshot that is new or differs is treated. It always fails, and always writes the received file.</summary>
public sealed record SnapshotSettings
{
    /// <summary>What the environment asks for; read once.</summary>
    public static SnapshotSettings Default { get; } = FromEnvironment(Environment.GetEnvironmentVariable, BuildServerDetector.Detected);

    /// <summary>
    /// <c>CI=true</c> or the variable of a vendor. On a build server nothing but the received file is written, and no window opens.
    /// </summary>
    public bool IsBuildServer { get; init; }

    /// <summary>
    /// Open DiffEngine's diff tool. Off unless asked for with <c>FanIn_DiffTool=true</c>; <c>DiffEngine_Disabled=true</c> wins over it.
    /// </summary>
    public bool OpenDiffTool { get; init; }

    /// <summary>Whether a diff tool opens: it was asked for, and this is no build server.</summary>
    internal bool UsesDiffTool => OpenDiffTool && !IsBuildServer;

    /// <summary>The settings that variables ask for.</summary>
    /// <param name="variable">Value of an environment variable; null when it is not set.</param>
    /// <param name="isBuildServer">Whether a vendor's variable was found.</param>
    internal static SnapshotSettings FromEnvironment(Func<string, string?> variable, bool isBuildServer) => new()
    {
        IsBuildServer = isBuildServer || IsOn(variable("CI")),
        OpenDiffTool = IsOn(variable("FanIn_DiffTool")),
    };

    private static bool IsOn(string? value) => value is "1" || string.Equals(value, "true", StringComparison.OrdinalIgnoreCase);
}
