using System.CommandLine;
using FanIn.Cli.Commands;
using FanIn.Cli.Hosting;

namespace FanIn.Cli.Rendering;

/// <summary>A command's help: what it is for, how it is called, and examples to copy.</summary>
internal static class HelpPage
{
    private const int Indent = 2;
    private const int WidestFirstColumn = 24;

    /// <summary>Prints it.</summary>
    public static void Print(StyledWriter writer, Invocation invocation, Command command, Command root)
    {
        foreach (string line in TextLayout.Wrap(command.Description ?? "", TextLayout.ReportWidth))
            writer.WriteLine(line);

        Title(writer, "Usage");
        Line(writer, invocation.Command(Synopsis(command, root)));

        if (command.Arguments.Count > 0)
        {
            Title(writer, "Arguments");
            Table(writer, command.Arguments.Select(argument => (Placeholder(argument), argument.Description ?? "")));
        }

        if (command.Subcommands.Count > 0)
        {
            Title(writer, "Commands");
            Table(writer, command.Subcommands.Select(subcommand => (subcommand.Name, subcommand.Description ?? "")));
        }

        Title(writer, "Options");
        var options = command == root ? root.Options : command.Options.Concat(root.Options.Where(option => option.Recursive));
        Table(writer, options.Select(option => (Label(option), option.Description ?? "")));

        if (command is CommandBase { Legend.Count: > 0 } reporting)
        {
            Title(writer, "In the tables");
            Table(writer, reporting.Legend);
        }

        if (command is CommandBase { Examples.Count: > 0 } own)
        {
            Title(writer, own.Examples.Count == 1 ? "Example" : "Examples");
            foreach (string example in own.Examples)
                Line(writer, invocation.Command(example));
        }
    }

    private static string Synopsis(Command command, Command root)
    {
        if (command == root)
            return "[command] [options]";
        var parts = command.Arguments.Select(argument =>
            argument.Arity.MinimumNumberOfValues == 0 ? $"[{Placeholder(argument)}]" : Placeholder(argument));
        return string.Join(' ', [command.Name, .. parts, .. command.Options.Count > 0 ? ["[options]"] : Array.Empty<string>()]);
    }

    private static string Placeholder(Argument argument) =>
        (argument.HelpName ?? argument.Name) + (argument.Arity.MaximumNumberOfValues > 1 ? "…" : "");

    private static string Label(Option option) => option.HelpName is null ? option.Name : $"{option.Name} {option.HelpName}";

    private static void Title(StyledWriter writer, string text) => writer.WriteLine().WriteLine(text, Look.Heading);

    private static void Line(StyledWriter writer, string text) => writer.Write(new string(' ', Indent)).WriteLine(text);

    private static void Table(StyledWriter writer, IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToArray();
        int width = Math.Min(WidestFirstColumn, all.Max(row => row.Left.Length));
        foreach (var (left, right) in all)
        {
            string start = left.PadRight(width);
            foreach (string line in TextLayout.Wrap(right, TextLayout.ReportWidth - Indent - width - 2))
            {
                Line(writer, $"{start}  {line}");
                start = new string(' ', width);
            }
        }
    }
}
