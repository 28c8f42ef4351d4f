using System.Collections.Concurrent;
using FanIn.Cli.Hosting;
using FanIn.Figures;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Tests.Fakes;

/// <summary>One user at one terminal in a folder of their own, typing commands.</summary>
internal sealed class Session : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    public FakeCatalog Catalog { get; init; } = FakeCatalog.Small();

    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("fanin-");

    public bool IsTerminal { get; init; }

    public Dictionary<string, string> Variables { get; } = [];

    public Invocation Invocation { get; init; } = new("fanin");

    /// <summary>The keys that the user presses; null for a user without keyboard.</summary>
    public string? Keys { get; init; }

    public ProjectFolder? Project { get; set; }

    public CancellationTokenSource Interrupt { get; } = new();

    /// <summary>The further kinds of figures that the last run drew.</summary>
    public IReadOnlyList<FigureKind> Shown { get; private set; } = [];

    public Func<IReadOnlyList<ExperimentResult>, string, IReadOnlyList<string>> WriteFigures { get; set; } =
        (results, folder) => [.. results.Select(result => Path.Combine(folder, result.Definition.Id + ".png"))];

    public Func<IReadOnlyList<EnsembleResult>, string, IReadOnlyList<string>> WriteEnsembleFigures { get; set; } =
        (ensembles, folder) => [.. ensembles.Select(ensemble => Path.Combine(folder, ensemble.Definition.Id + ".png"))];

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public string[] OutLines => Out.Split('\n');

    public int Run(params string[] arguments)
    {
        _out.GetStringBuilder().Clear();
        _error.GetStringBuilder().Clear();
        var keys = new ConcurrentQueue<char>(Keys ?? "");
        return FanInApplication.Run(arguments, new CommandContext
        {
            Terminal = new Terminal
            {
                Out = _out,
                Error = _error,
                OutIsTerminal = IsTerminal,
                ErrorIsTerminal = IsTerminal,
                ReadKey = Keys is null ? null : () => keys.TryDequeue(out char key) ? key : throw new EndOfStreamException(),
                Variable = name => Variables.GetValueOrDefault(name),
            },
            Experiments = Catalog.Entries,
            Project = Project,
            Invocation = Invocation,
            CurrentDirectory = Folder.FullName,
            WriteFigures = (results, folder, run, options) =>
            {
                Shown = options.Show;
                return Draw(WriteFigures, results, folder, run);
            },
            WriteEnsembleFigures = (ensembles, folder, run) => Draw(WriteEnsembleFigures, ensembles, folder, run),
            Processors = 4,
            Cancellation = Interrupt.Token,
        });
    }

    private static IReadOnlyList<string> Draw<T>(
        Func<IReadOnlyList<T>, string, IReadOnlyList<string>> draw, IReadOnlyList<T> results, string folder, FigureRun run)
    {
        for (int i = 1; i <= results.Count; i++)
            run.Drawn?.Invoke(i, results.Count);
        return draw(results, folder);
    }

    /// <summary>Writes a file below the session's folder.</summary>
    public string Write(string path, string text)
    {
        string full = Path.Combine(Folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public bool Exists(string path) => File.Exists(Path.Combine(Folder.FullName, path));

    public void Dispose()
    {
        Interrupt.Dispose();
        Folder.Delete(recursive: true);
    }
}
