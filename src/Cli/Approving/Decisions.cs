using System.IO.Enumeration;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Testing.Pending;

namespace FanIn.Cli.Approving;

/// <summary>Decides about snapshots as the command line says.</summary>
internal sealed class Decisions(CommandContext context, IReadOnlyList<PendingSnapshot> pending)
{
    private const string All = "all";

    /// <summary>Accepts and rejects, and gives the exit code: 0, whatever else still waits.</summary>
    /// <exception cref="UserErrorException">A name is no snapshot's, or is both accepted and rejected; then nothing is done.</exception>
    public int Apply(IReadOnlyList<string> accept, IReadOnlyList<string> reject)
    {
        var accepted = Select(accept);
        var rejected = Select(reject);
        if (accepted.Intersect(rejected).FirstOrDefault() is { } torn)
            throw new UserErrorException($"{torn.Name} can't be accepted and rejected at once.");

        foreach (var snapshot in accepted)
            Decide(snapshot, snapshot.Accept, "accepted");
        foreach (var snapshot in rejected)
            Decide(snapshot, snapshot.Reject, "rejected");
        if (accepted.Count + rejected.Count == 0)
            context.Terminal.Report.WriteLine("No snapshot waits.", Look.Good);
        return ExitCode.Fine;
    }

    private void Decide(PendingSnapshot snapshot, Action decide, string done)
    {
        decide();
        context.Terminal.Report.WriteLine($"{done} {context.Show(snapshot.Files.VerifiedPath)}");
    }

    private List<PendingSnapshot> Select(IReadOnlyList<string> names)
    {
        List<PendingSnapshot> selected = [];
        foreach (string name in names)
        {
            var matches = pending.Where(snapshot => name == All || FileSystemName.MatchesSimpleExpression(name, snapshot.Name)).ToArray();
            if (matches.Length == 0 && name != All)
                throw new UserErrorException(NoMatch(name));
            selected.AddRange(matches.Except(selected));
        }

        return selected;
    }

    private string NoMatch(string name)
    {
        string hint = Phrases.DidYouMean(name, pending.Select(snapshot => snapshot.Name));
        return $"No waiting snapshot is named '{name}'.{hint} To see them: {context.Invocation.Command("approve --list")}";
    }
}
