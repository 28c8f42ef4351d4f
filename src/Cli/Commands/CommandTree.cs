using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using FanIn.Cli.Hosting;
using FanIn.Cli.Rendering;

namespace FanIn.Cli.Commands;

/// <summary>All commands, and the way from arguments to an exit code.</summary>
internal sealed class CommandTree
{
    private readonly CommandContext _context;
    private readonly RootCommand _root = new("What does an initialisation do to the signal that flows through a network?");

    public CommandTree(CommandContext context)
    {
        _context = context;
        _root.Add(new RunCommand(context));
        _root.Add(new ListCommand(context));
        _root.Add(new CheckCommand(context));
        _root.Add(new AdviseCommand(context));
        _root.Add(new ExplainCommand(context));
        _root.Add(new ApproveCommand(context));
        _root.Add(new SchemaCommand(context));

        foreach (var option in _root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = "Show this help.";
                help.Action = new HelpPageAction(context);
            }
            else if (option is VersionOption version)
            {
                version.Description = "Show FanIn's version.";
                version.Action = new VersionAction(context);
            }
        }
    }

    /// <summary>Parses and does it. No command means `run`, with or without its options.</summary>
    /// <exception cref="UserErrorException">Something that the user can put right.</exception>
    public int Invoke(IReadOnlyList<string> arguments)
    {
        var parse = _root.Parse(WithDefaultCommand(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parse.Errors.Count > 0 && parse.Action is not (HelpPageAction or VersionAction))
            throw new UserErrorException(Describe(parse));
        return parse.Invoke(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
            Output = _context.Terminal.Out,
            Error = _context.Terminal.Error,
        });
    }

    private IReadOnlyList<string> WithDefaultCommand(IReadOnlyList<string> arguments)
    {
        bool IsOfRoot(string argument) =>
            !argument.StartsWith('-') || _root.Options.Any(option => option.Name == argument || option.Aliases.Contains(argument));
        return arguments.Count > 0 && IsOfRoot(arguments[0]) ? arguments : ["run", .. arguments];
    }

    /// <summary>The first error; a token that nothing takes gets the nearest command or option.</summary>
    private string Describe(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        string help = $"See: {_context.Invocation.Command(command == _root ? "--help" : $"{command.Name} --help")}";
        if (parse.UnmatchedTokens.FirstOrDefault() is not { } token)
            return $"{parse.Errors[0].Message} {help}";

        var known = token.StartsWith('-')
            ? command.Options.Concat(_root.Options).Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        string what = token.StartsWith('-') ? "option" : command == _root ? "command" : "argument";
        return $"There is no {what} '{token}'.{Phrases.DidYouMean(token, known)} {help}";
    }

    /// <summary><c>--help</c>.</summary>
    private sealed class HelpPageAction(CommandContext context) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parse)
        {
            HelpPage.Print(context.Terminal.Report, context.Invocation, parse.CommandResult.Command, parse.RootCommandResult.Command);
            return ExitCode.Fine;
        }
    }

    /// <summary><c>--version</c>.</summary>
    private sealed class VersionAction(CommandContext context) : SynchronousCommandLineAction
    {
        public override bool Terminating => true;

        public override int Invoke(ParseResult parse)
        {
            context.Terminal.Out.Write($"FanIn {typeof(CommandTree).Assembly.GetName().Version!.ToString(3)}\n");
            return ExitCode.Fine;
        }
    }
}
