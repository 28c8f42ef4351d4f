using System.CommandLine;
using System.Text;
using FanIn.Cli.Hosting;
using FanIn.Cli.Running;
using FanIn.Cli.Schema;

namespace FanIn.Cli.Commands;

/// <summary><c>schema</c>: writes the JSON Schema that editors check and complete experiments with.</summary>
internal sealed class SchemaCommand : CommandBase
{
    private readonly Argument<string?> _file = new("file")
    {
        HelpName = "FILE",
        Description = "Where it goes; without it, to stdout.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public SchemaCommand(CommandContext context)
        : base(context, "schema", "Writes the JSON Schema of experiments, for completion and checks in editors.") => Add(_file);

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["schema experiment.schema.json"];

    /// <inheritdoc/>
    protected override int Execute(ParseResult parse)
    {
        string schema = ExperimentSchema.Write();
        if (parse.GetValue(_file) is { } file)
            ResultOutput.WriteFile(Context, file, stream => stream.Write(Encoding.UTF8.GetBytes(schema)));
        else
            Context.Terminal.Out.Write(schema);
        return ExitCode.Fine;
    }
}
