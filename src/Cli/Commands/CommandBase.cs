using System.CommandLine;
using FanIn.Cli.Hosting;

namespace FanIn.Cli.Commands;

/// <summary>A command with examples for its help.</summary>
internal abstract class CommandBase : Command
{
    /// <param name="context">What the command sees of the world.</param>
    /// <param name="name">What the user types.</param>
    /// <param name="description">One line.</param>
    protected CommandBase(CommandContext context, string name, string description)
        : base(name, description)
    {
        Context = context;
        SetAction(Execute);
    }

    /// <summary>Argument lines that show what the command is for, the name included: <c>run --filter 'relu-*'</c>.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary>Signs and words of the command's report, and what they mean; none for a report that needs no key.</summary>
    public virtual IReadOnlyList<(string Sign, string Meaning)> Legend => [];

    /// <summary>What the command sees of the world.</summary>
    protected CommandContext Context { get; }

    /// <summary>Does it, and gives the exit code.</summary>
    /// <exception cref="UserErrorException">Something that the user can put right.</exception>
    protected abstract int Execute(ParseResult parse);
}
