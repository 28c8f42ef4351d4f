using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Binding;

/// <summary>What of an initialiser can be set, and by which names.</summary>
/// <param name="Owner"><c>input</c>, <c>upstream</c>, <c>train</c> or the layer's numbered name.</param>
/// <param name="Part"><c>init</c> or <c>bias</c>; empty for the others.</param>
internal sealed record SettableNumbers(string Owner, string Part)
{
    /// <summary>The initialiser's numbers as numbers that can be set, but for those that the network is built with.</summary>
    public Dictionary<string, BoundFormula> Wrap(EquatableArray<ParameterEntry> parameters, Dictionary<string, BoundFormula> numbers)
    {
        var wrapped = new Dictionary<string, BoundFormula>(numbers, StringComparer.Ordinal);
        foreach (var parameter in Settables(parameters, numbers))
            wrapped[parameter.Name] = numbers[parameter.Name] with
            {
                Tree = new SettingNode($"{Owner}.{Number(parameter.Name)}", numbers[parameter.Name].Tree),
            };
        return wrapped;
    }

    /// <summary>What there is to say of them.</summary>
    public EquatableArray<Settable> Of(EquatableArray<ParameterEntry> parameters, Dictionary<string, BoundFormula> numbers) =>
        Settables(parameters, numbers)
            .Select(parameter => new Settable(
                Owner, Number(parameter.Name), numbers[parameter.Name].Written, parameter.Minimum, parameter.Maximum)
            {
                ExcludesMinimum = parameter.ExcludesMinimum,
                ExcludesMaximum = parameter.ExcludesMaximum,
            })
            .ToEquatableArray();

    private static IEnumerable<ParameterEntry> Settables(
        EquatableArray<ParameterEntry> parameters, Dictionary<string, BoundFormula> numbers) =>
        parameters.Where(parameter => !parameter.IsFixed && numbers.ContainsKey(parameter.Name));

    /// <summary>
    /// All that can be set in a variant. What layers that share a written name have alike stands once, under that name.
    /// </summary>
    public static EquatableArray<Settable> All(
        IEnumerable<RuntimeParameter> parameters, Initialiser? input,
        Initialiser? upstream, Training? training, IEnumerable<DenseLayer> layers)
    {
        var all = parameters
            .Select(parameter => new Settable("", parameter.Name, parameter.Default.Written, parameter.Minimum, parameter.Maximum))
            .Concat(input?.Settings ?? EquatableArray<Settable>.Empty)
            .ToList();
        foreach (var group in layers.GroupBy(layer => layer.Path.Substring(0, Math.Max(0, layer.Path.LastIndexOf('/')))))
        {
            var own = group.Select(Of).ToList();
            var shared = own[0].Select(setting => setting with { Owner = group.Key }).ToList();
            bool isAlike = own.All(settings => settings.Select(setting => setting with { Owner = group.Key }).SequenceEqual(shared));
            all.AddRange(isAlike ? shared : own.SelectMany(settings => settings));
        }

        all.AddRange(upstream?.Settings ?? EquatableArray<Settable>.Empty);
        all.AddRange(training?.Optimizer.Settings ?? EquatableArray<Settable>.Empty);
        return all.ToEquatableArray();
    }

    private static List<Settable> Of(DenseLayer layer) =>
        [.. layer.Weights.Settings, .. layer.Bias?.Settings ?? EquatableArray<Settable>.Empty];

    private string Number(string number) => Part.Length == 0 ? number : $"{Part}.{number}";
}
