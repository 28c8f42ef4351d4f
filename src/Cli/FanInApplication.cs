using System.Reflection;
using FanIn.Cli.Commands;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;
using FanIn.Figures;
using FanIn.Runtime.Data;
using FanIn.Runtime.Experiments;

namespace FanIn.Cli;

/// <summary>The commands, for a program with experiments: <c>return FanInApplication.Run(args, ExperimentCatalog.All);</c></summary>
public static class FanInApplication
{
    /// <summary>Runs the command that the arguments name; without one, runs all experiments.</summary>
    /// <param name="args">The program's arguments.</param>
    /// <param name="experiments">The program's experiments, usually <c>ExperimentCatalog.All</c>.</param>
    /// <returns>
    /// 0 fine; 1 an expectation failed, a checked file has errors or snapshots wait; 2 bad usage, or something can't be read or written;
    /// 70 a defect (the environment variable FANIN_TRACE=1 shows where); 130 Ctrl-C.
    /// </returns>
    public static int Run(string[] args, IReadOnlyList<ExperimentEntry> experiments)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(experiments);

        using var interrupt = new Interrupt();
        string currentDirectory = Environment.CurrentDirectory;
        var assembly = Assembly.GetEntryAssembly();
        var project = ProjectFolder.Find(assembly, currentDirectory, experiments.Select(entry => entry.Definition.SourcePath));
        return Run(args, new CommandContext
        {
            Terminal = ConsoleTerminal.Open(),
            Experiments = experiments,
            Project = project,
            Invocation = Invocation.Detect(Environment.ProcessPath, assembly?.Location, project, currentDirectory),
            CurrentDirectory = currentDirectory,
            WriteFigures = (results, folder, run, options) => FigureWriter.Write(results, folder, run, options),
            WriteEnsembleFigures = (results, folder, run) => FigureWriter.Write(results, folder, run),
            Processors = Environment.ProcessorCount,
            Cancellation = interrupt.Token,
        });
    }

    /// <summary>The same in any surroundings. The one place where exceptions become messages and exit codes.</summary>
    internal static int Run(IReadOnlyList<string> args, CommandContext context)
    {
        var terminal = context.Terminal;
        try
        {
            return new CommandTree(context).Invoke(args);
        }
        catch (UserErrorException e)
        {
            terminal.Narration.WriteLine(e.Message, Look.Bad);
            return ExitCode.Usage;
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            terminal.Narration.WriteLine("Cancelled.");
            return ExitCode.Cancelled;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SettingException or DataException)
        {
            terminal.Narration.WriteLine(e.Message, Look.Bad);
            return ExitCode.Usage;
        }
        catch (Exception e)
        {
            bool trace = !string.IsNullOrEmpty(terminal.Variable("FANIN_TRACE"));
            string message = trace ? e.ToString() : $"{e.GetType().Name}: {e.Message} (FANIN_TRACE=1 shows where.)".ReplaceLineEndings(" ");
            terminal.Narration.Write("FanIn failed: ", Look.Bad).WriteLine(message);
            return ExitCode.Internal;
        }
    }
}
