namespace FanIn.Cli.Hosting;

/// <summary>What the process says to its caller.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>An expectation failed, a checked file has errors, or a snapshot still waits.</summary>
    public const int Failed = 1;

    /// <summary>Bad usage, or something that can't be read or written.</summary>
    public const int Usage = 2;

    /// <summary>A defect in FanIn or in the host's own code (EX_SOFTWARE of sysexits.h).</summary>
    public const int Internal = 70;

    /// <summary>Ctrl-C, as shells report it: 128 + SIGINT.</summary>
    public const int Cancelled = 130;
}
