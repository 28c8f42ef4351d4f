using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>Reads <c>optimizer</c> and <c>learning_rate</c>, which are numbers of one thing.</summary>
internal static class OptimizerBinder
{
    public static Optimizer? Bind(ValueReader reader, Fields fields)
    {
        var settable = new SettableNumbers("train", "");
        var node = fields["optimizer"] ?? new YamlScalar("sgd", isPlain: true, null, new SourceText(""), fields.Range);
        var rate = fields["learning_rate"] is { } given ? reader.Number(given, reader.RunScope, Learning.LearningRate) : null;
        if (Choice.Read(reader, node, "optimizer") is not { } choice || reader.Entry(choice.Name, Lexicon.Optimizers) is not { } entry)
            return null;
        if (ChoiceValues.Read(reader, choice, entry.Parameters, reader.RunScope) is not { } values || rate is null)
            return null;
        EquatableArray<ParameterEntry> parameters = new([Learning.LearningRate, .. entry.Parameters]);
        values.Numbers[Learning.LearningRate.Name] = rate;
        var numbers = settable.Wrap(parameters, values.Numbers);
        var arguments = parameters.Select(parameter => new Argument(RuntimeName(parameter.Name), numbers[parameter.Name]));
        return new Optimizer(
            entry.Name, entry.RuntimeType, choice.Written(reader), arguments.ToEquatableArray(), settable.Of(parameters, numbers));
    }

    private static string RuntimeName(string name) => name == Learning.LearningRate.Name ? "learningRate" : name;
}
