using System.Globalization;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Testing.Pending;

namespace FanIn.Cli.Approving;

/// <summary>Shows one waiting snapshot after the other and asks, one key each.</summary>
internal sealed class Review(CommandContext context, IReadOnlyList<PendingSnapshot> pending, Func<char> readKey)
{
    private readonly StyledWriter _report = context.Terminal.Report;

    /// <summary>Asks about each, and gives the exit code: 1 when any still waits at the end, 130 after Ctrl-C.</summary>
    public int Run()
    {
        int accepted = 0, rejected = 0;
        for (int i = 0; i < pending.Count; i++)
        {
            _report.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}/{pending.Count}  "), Look.Aside);
            PendingText.Print(_report, context, pending[i]);
            char answer = Ask();
            if (answer == Terminal.ControlC)
                return ExitCode.Cancelled;
            if (answer == 'q')
                break;
            if (answer == 'a' && Decide(pending[i].Accept, "accepted"))
                accepted++;
            else if (answer == 'r' && Decide(pending[i].Reject, "rejected"))
                rejected++;
            _report.WriteLine();
        }

        int waiting = pending.Count - accepted - rejected;
        string summary = string.Create(CultureInfo.InvariantCulture, $"{accepted} accepted, {rejected} rejected, {waiting} still waiting.");
        _report.WriteLine(summary);
        return waiting > 0 ? ExitCode.Failed : ExitCode.Fine;
    }

    private char Ask()
    {
        _report.Write("[a]ccept  [r]eject  [s]kip  [q]uit ", Look.Heading);
        context.Terminal.Out.Flush();
        char key;
        do
            key = char.ToLowerInvariant(readKey());
        while (key is not ('a' or 'r' or 's' or 'q' or Terminal.ControlC));
        _report.WriteLine(key == 's' ? "skipped" : "");
        return key;
    }

    private bool Decide(Action decide, string done)
    {
        try
        {
            decide();
            _report.WriteLine(done, Look.Good);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _report.WriteLine($"Not {done}: {e.Message}", Look.Bad);
            return false;
        }
    }
}
