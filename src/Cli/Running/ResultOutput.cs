using System.Text;
using FanIn.Cli.Hosting;
using FanIn.Figures;
using FanIn.Runtime.Results;

namespace FanIn.Cli.Running;

/// <summary>Writes results where the user wants them.</summary>
internal static class ResultOutput
{
    /// <summary>Makes sure, before anything runs, that what is asked for can be written: nobody wants to learn it afterwards.</summary>
    /// <exception cref="UserErrorException">A target is a folder and not a file, or the other way round, or can't be made.</exception>
    public static void Prepare(CommandContext context, RunRequest request)
    {
        if (request.Json is { } json and not "-")
        {
            Attempt(context, json, path =>
            {
                RefuseFolder(path);
                MakeFolder(context, Path.GetDirectoryName(path)!);
            });
        }

        if (request.Figures is { } figures)
            Attempt(context, figures, path => MakeFolder(context, path));
    }

    /// <summary>A file, whole or not at all; its folder is made.</summary>
    /// <exception cref="UserErrorException">It can't be written.</exception>
    public static void WriteFile(CommandContext context, string target, Action<Stream> write) => Attempt(context, target, path =>
    {
        RefuseFolder(path);
        MakeFolder(context, Path.GetDirectoryName(path)!);
        WholeFile.Write(path, write);
    });

    /// <summary>The results as JSON, to a file (whole or not at all; its folder is made) or, for <c>-</c>, to stdout.</summary>
    /// <exception cref="UserErrorException">The file can't be written.</exception>
    public static void WriteJson(CommandContext context, IOutcomes outcomes, string target)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        if (target == "-")
        {
            using var buffer = new MemoryStream();
            outcomes.WriteJson(buffer);
            context.Terminal.Out.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
        }
        else
        {
            WriteFile(context, target, outcomes.WriteJson);
        }
    }

    /// <summary>The figures, and their files' paths.</summary>
    /// <exception cref="UserErrorException">The folder can't be written.</exception>
    public static IReadOnlyList<string> WriteFigures(
        CommandContext context, IOutcomes outcomes, string folder, FigureRun run, FigureOptions options)
    {
        context.Cancellation.ThrowIfCancellationRequested();
        IReadOnlyList<string> paths = [];
        Attempt(context, folder, path => paths = outcomes.WriteFigures(context, path, run, options));
        context.Cancellation.ThrowIfCancellationRequested();
        return paths;
    }

    private static void RefuseFolder(string path)
    {
        if (Directory.Exists(path))
            throw new IOException("It is a folder.");
    }

    private static void MakeFolder(CommandContext context, string path)
    {
        for (string? above = path; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                throw new IOException($"{context.Show(above)} is a file.");
        }

        Directory.CreateDirectory(path);
    }

    private static void Attempt(CommandContext context, string target, Action<string> write)
    {
        try
        {
            write(context.FullPath(target));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UserErrorException($"Can't write {target}: {e.Message}", e);
        }
    }
}
