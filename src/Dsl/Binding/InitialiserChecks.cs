using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Dsl.Vocabulary;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What an initialiser must be besides readable. Each check reports what is wrong and gives false.</summary>
internal static class InitialiserChecks
{
    /// <summary>Some need fans, which the input does not have; some are matrices, which a bias is not.</summary>
    public static bool CanStand(ValueReader reader, Choice choice, InitialiserEntry entry, TensorPlace place)
    {
        bool fits = entry.Place == InitialiserPlace.AnyTensor
            || (place.Layer is not null && (entry.Place == InitialiserPlace.Layer || !place.IsBias));
        if (fits)
            return true;
        var others = Lexicon.Initialisers.Where(other => other.Place == InitialiserPlace.AnyTensor
            || (place.IsBias && other.Place == InitialiserPlace.Layer));
        string why = place.IsBias ? "is for a layer's weights alone" : $"needs a fan_in, which {place.What} does not have";
        return Refuse(
            reader, DiagnosticCatalog.Unsuitable, choice.Name.Range,
            $"{Words.Quote(choice.Name.Value)} {why}. There are: {Words.List(others.Select(other => other.Name))}.");
    }

    /// <summary>Where one thing can be said in two ways, the file must choose.</summary>
    public static bool IsOneSpelling(ValueReader reader, Choice choice, InitialiserEntry entry, ChoiceValues values)
    {
        string? Given(params string[] names) => names.FirstOrDefault(values.Given.Contains);
        switch (entry.Name)
        {
            case "truncated_normal" when Given("min", "max") is { } absolute && Given("sigmas", "rescale") is { } relative:
                return Refuse(
                    reader, DiagnosticCatalog.Unsuitable, KeyRange(choice, relative),
                    $"'{relative}' and '{absolute}' do not go together: "
                    + "sigmas and rescale count in standard deviations from the mean (JAX, "
                    + "Keras), min and max are the bounds themselves (PyTorch). Write one of the two.");
            case "truncated_normal" when Given("min") is null != Given("max") is null:
                string other = Given("min") is null ? "min" : "max";
                return Refuse(
                    reader, DiagnosticCatalog.MissingKey, choice.Name.Range,
                    $"{Words.Quote(choice.Name.Value)} needs the number '{other}' beside the other bound.");
            case "truncated_normal" when Given("min") is not null && values.Numbers["std"].Value == 0:
                return Refuse(
                    reader, DiagnosticCatalog.OutOfRange, choice.Name.Range,
                    "std must be above 0 between absolute bounds; found 0.");
            case "edge_of_chaos" when Given("sigma_b") is not null && Given("q") is not null:
                return Refuse(
                    reader, DiagnosticCatalog.Unsuitable, KeyRange(choice, "q"),
                    "'q' and 'sigma_b' do not go together: on the edge of chaos either one gives the other. Write one of the two.");
            default:
                return true;
        }
    }

    /// <summary>Bounds in order, and shapes that the layer has.</summary>
    public static bool Fits(ValueReader reader, Choice choice, Initialiser initialiser, TensorPlace place) => initialiser.Kind switch
    {
        InitialiserKind.Uniform => IsOrdered(reader, choice, initialiser, "min", "max", orEqual: true),
        InitialiserKind.TruncatedNormal => IsOrdered(reader, choice, initialiser, "low", "high", orEqual: false),
        InitialiserKind.Identity => HasGroups(reader, choice, initialiser, place),
        InitialiserKind.LooksLinear => IsPaired(reader, choice, initialiser, place),
        _ => true,
    };

    private static bool IsOrdered(ValueReader reader, Choice choice, Initialiser initialiser, string low, string high, bool orEqual)
    {
        double from = Value(initialiser, low), to = Value(initialiser, high);
        if (from < to || (orEqual && from == to))
            return true;
        return Refuse(
            reader, DiagnosticCatalog.EmptyInterval, (choice.Numbers ?? (YamlNode)choice.Name).Range,
            orEqual
                ? $"min must not be above max; found min = {Words.Number(from)}, max = {Words.Number(to)}."
                : $"The bounds must be in order and apart; found {Words.Number(from)} and {Words.Number(to)} standard deviations.");
    }

    private static bool HasGroups(ValueReader reader, Choice choice, Initialiser initialiser, TensorPlace place)
    {
        double groups = Value(initialiser, "groups");
        if (groups == 1 || place.Layer!.FanOut is not { } units || (Math.Floor(groups) == groups && units % groups == 0))
            return true;
        return Refuse(
            reader, DiagnosticCatalog.OutOfRange, KeyRange(choice, "groups"),
            $"groups must be a whole number that divides the layer's {units} units; found {Words.Number(groups)}.");
    }

    private static bool IsPaired(ValueReader reader, Choice choice, Initialiser initialiser, TensorPlace place)
    {
        bool Is(string name) => initialiser.Switches.First(flag => flag.Name == name).IsOn;
        var (side, size) = Is("pairInputs") && place.Layer!.FanIn % 2 == 1 ? ("inputs", place.Layer.FanIn)
            : Is("pairOutputs") && place.Layer!.FanOut % 2 == 1 ? ("units", place.Layer.FanOut)
            : ("", null);
        return size is null || Refuse(
            reader, DiagnosticCatalog.Unsuitable, choice.Name.Range,
            $"{Words.Quote(choice.Name.Value)} mirrors the {side} of this layer, and needs an even number of them; it has {size}.");
    }

    private static double Value(Initialiser initialiser, string name) =>
        initialiser.Arguments.First(argument => argument.Name == name).Value.Value;

    private static TextRange KeyRange(Choice choice, string key) =>
        choice.Numbers?.Entries.Where(entry => entry.Key.Value == key).Select(entry => (TextRange?)entry.Key.Range).FirstOrDefault()
        ?? choice.Name.Range;

    private static bool Refuse(ValueReader reader, DiagnosticRule rule, TextRange range, string message)
    {
        reader.Bag.Add(rule, range, message);
        return false;
    }
}
