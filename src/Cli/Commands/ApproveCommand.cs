using System.CommandLine;
using FanIn.Cli.Approving;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Testing.Pending;

namespace FanIn.Cli.Commands;

/// <summary><c>approve</c>: reviews the snapshots that failing tests left behind.</summary>
internal sealed class ApproveCommand : CommandBase
{
    private readonly Argument<string?> _folder = new("folder")
    {
        HelpName = "FOLDER",
        Description = "Where to look for received files. Default: the repository that holds the project.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _accept = new("--accept")
    {
        HelpName = "NAME|all",
        Description = "Accept without asking; * matches any characters. Repeatable.",
    };

    private readonly Option<string[]> _reject = new("--reject")
    {
        HelpName = "NAME|all",
        Description = "Delete the received file without asking. Repeatable.",
    };

    private readonly Option<bool> _list = new("--list") { Description = "Only list them, with what differs." };

    public ApproveCommand(CommandContext context)
        : base(context, "approve", "Reviews snapshots that wait for approval, one by one.")
    {
        Add(_folder);
        foreach (var option in new Option[] { _accept, _reject, _list })
            Add(option);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["approve", "approve --list", "approve --accept 'HistogramTests.*'"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        string folder = parse.GetValue(_folder) is { } named ? Context.FullPath(named) : ReviewFolder.Default(Context);
        if (!Directory.Exists(folder))
            throw new UserErrorException($"There is no folder {folder}.");

        var pending = PendingSnapshots.Find(folder);
        string[] accept = parse.GetValue(_accept) ?? [], reject = parse.GetValue(_reject) ?? [];
        if (accept.Length + reject.Length > 0)
            return new Decisions(Context, pending).Apply(accept, reject);

        var report = Context.Terminal.Report;
        if (pending.Count == 0)
        {
            string elsewhere = parse.GetValue(_folder) is not null || ReviewFolder.IsRoot(folder) ? ""
                : $" There is no repository around it: name the tests' folder, {Context.Invocation.Command("approve FOLDER")}";
            report.WriteLine($"No snapshot waits below {folder}.{elsewhere}", Look.Good);
            return ExitCode.Fine;
        }

        if (!parse.GetValue(_list) && Context.Terminal.ReadKey is { } readKey)
            return new Review(Context, pending, readKey).Run();
        foreach (var snapshot in pending)
            PendingText.Print(report, Context, snapshot);
        string accepting = Context.Invocation.Command("approve --accept NAME");
        report.WriteLine($"To decide: {accepting}", Look.Aside);
        report.WriteLine("--reject NAME refuses; all stands for all of them.", Look.Aside);
        return ExitCode.Failed;
    }
}
