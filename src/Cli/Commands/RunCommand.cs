using System.CommandLine;
using FanIn.Cli.Hosting;
using FanIn.Cli.Running;
using FanIn.Runtime.Experiments;
using FanIn.Theory.Networks;

namespace FanIn.Cli.Commands;

/// <summary><c>run</c>: runs experiments, shows what they gave and checks what they must hold.</summary>
internal sealed class RunCommand : CommandBase
{
    private readonly Option<string[]> _filter = new("--filter")
    {
        HelpName = "GLOB",
        Description = "Only experiments whose id matches; * matches any characters, and a bare name all its variants. Repeatable.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _seed = new("--seed") { HelpName = "N", Description = "The seed, instead of the files'." };

    private readonly Option<string?> _seeds = new("--seeds")
    {
        HelpName = "A..B",
        Description = "Run each experiment with each of these seeds, A and B included, and report mean ± standard deviation. Also 1,2,5.",
    };

    private readonly Option<string?> _rng = new("--rng")
    {
        HelpName = "NAME",
        Description = $"The stream, instead of the files': {string.Join(", ", RunArguments.StreamNames)}.",
    };

    private readonly Option<string[]> _set = new("--set")
    {
        HelpName = "NAME=NUMBER",
        Description =
            "A parameter or an initialiser's number, instead of the files'; a formula will do. What there is: list ID. Repeatable.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _threads = new("--threads")
    {
        HelpName = "N",
        Description = "Threads in all; results do not depend on it. Small networks share them, a big one gets all. Default: processors.",
    };

    private readonly Option<string?> _json = new("--json")
    {
        HelpName = "FILE|-",
        Description = "Write the results as JSON; - is stdout, which then carries nothing else.",
    };

    private readonly Option<string?> _figures = new("--figures")
    {
        HelpName = "DIR|none",
        Description = $"Where the figures go. Default: {RunRequest.DefaultFigures}.",
    };

    private readonly Option<string[]> _show = new("--show")
    {
        HelpName = "KINDS",
        Description = $"Further figures of every experiment, separated by commas: {string.Join(", ", RunArguments.FigureNames)}.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<bool> _allLayers = new("--all-layers") { Description = "Show every layer of deep networks." };

    private readonly Option<bool> _quiet = new("--quiet") { Description = "Report failed expectations only." };

    public RunCommand(CommandContext context)
        : base(context, "run", "Runs the experiments. What is run when no command is given.")
    {
        foreach (var option in new Option[] { _filter, _seed, _seeds, _rng, _set, _threads, _json, _figures, _show, _allLayers, _quiet })
            Add(option);
        _filter.CompletionSources.Add(_ => context.Experiments.Select(entry => entry.Definition.Id).ToArray());
        _rng.CompletionSources.Add(RunArguments.StreamNames);
        _show.CompletionSources.Add([.. RunArguments.FigureNames]);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "run",
        "run --filter '*xavier' --seed 42",
        "run --filter '*relu-he' --seeds 0..49",
        "run --set 'hidden.init.std=sqrt(2)/10'",
        "run --json results.json --figures none",
        "run --filter 'relu*' --show slopes,depth",
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<(string Sign, string Meaning)> Legend =>
    [
        ("theory", "What theory expects, ± one standard deviation over draws."),
        ("✓", "The measurement beside it lies within 4 of these."),
        ("▲ +5.3  ▼ -6.1", "It lies so many of them above or below."),
        ("input-driven", "The share of the variance that depends on the input."),
        ("theory: healthy", $"The verdict: {string.Join(", ", Enum.GetValues<Verdict>().Select(VerdictWords.Word))}."),
    ];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        var request = new RunRequest
        {
            Filters = parse.GetValue(_filter) ?? [],
            Overrides = new ExperimentOptions(RunArguments.Seed(parse.GetValue(_seed)), RunArguments.Stream(parse.GetValue(_rng))),
            Seeds = RunArguments.Seeds(parse.GetValue(_seeds), parse.GetValue(_seed)),
            Settings = SettingArguments.Parse(parse.GetValue(_set) ?? []),
            Threads = RunArguments.Threads(parse.GetValue(_threads)),
            Json = parse.GetValue(_json),
            Figures = RunArguments.Figures(parse.GetValue(_figures)),
            Show = RunArguments.Show(parse.GetValue(_show) ?? [], parse.GetValue(_figures), parse.GetValue(_seeds)),
            AllLayers = parse.GetValue(_allLayers),
            Quiet = parse.GetValue(_quiet),
        };
        return new ExperimentSession(Context, request).Run();
    }
}
