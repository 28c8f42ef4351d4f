using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Experiments;

/// <summary>Every number of an experiment that can be set, layer by layer, and what the set ones are set to.</summary>
internal sealed class SettingTable
{
    private readonly ExperimentDefinition _definition;
    private readonly List<SettingTarget> _slots = [];
    private readonly Dictionary<string, int> _bySlot = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byWritten = new(StringComparer.Ordinal);
    private readonly List<(int Low, int High)> _ends = [];
    private readonly double[] _values;      // NaN: as the file says
    private readonly double[] _held;

    public SettingTable(ExperimentDefinition definition)
    {
        _definition = definition;
        var named = definition.Layers.ToDictionary(layer => layer.Name, StringComparer.Ordinal);
        var written = definition.Layers.Where(layer => layer.Kind == LayerDefinition.Dense).ToLookup(layer => Written(layer.Path));
        foreach (var setting in definition.Settings)
        {
            if (named.TryGetValue(setting.Owner, out var one))
                AddSlot(setting, one);
            else if (!written.Contains(setting.Owner))
                AddSlot(setting, null);
            foreach (var layer in one is null ? written[setting.Owner] : [])
                AddSlot(setting, layer);
        }

        for (var low = 0; low < _slots.Count; low++)
        {
            if (_slots[low].Name is [.. var tensor, '.', 'm', 'i', 'n'] && _bySlot.TryGetValue(tensor + ".max", out var high))
                _ends.Add((low, high));
        }

        _values = new double[_slots.Count];
        _held = new double[_slots.Count];
        _values.AsSpan().Fill(double.NaN);
        _held.AsSpan().Fill(double.NaN);
    }

    /// <summary>How many are set.</summary>
    public int Count { get; private set; }

    /// <summary>What the name stands for, layer by layer; empty for a name of nothing.</summary>
    public IReadOnlyList<SettingTarget> Targets(string name) => [.. Find(name).Select(slot => _slots[slot])];

    /// <summary>Sets all that the name stands for; null puts the file's value back.</summary>
    public void Set(string name, double? value)
    {
        foreach (var slot in Require(name))
        {
            if (value is { } number)
                Require(name, _slots[slot].Definition, number);
            Count += (value is null ? 0 : 1) - (double.IsNaN(_values[slot]) ? 0 : 1);
            _values[slot] = value ?? double.NaN;
        }
    }

    /// <summary>What all that the name stands for are set to; null where that is nothing, or differs.</summary>
    public double? Get(string name)
    {
        var values = Require(name).Select(slot => _values[slot]).Distinct().ToList();
        return values is [var value] && !double.IsNaN(value) ? value : null;
    }

    public void Clear()
    {
        _values.AsSpan().Fill(double.NaN);
        Count = 0;
    }

    /// <summary>The number's value: the one set, or the file's, which may depend on a number that was set.</summary>
    public double Value(string slot, double standard)
    {
        var index = _bySlot[slot];
        if (!double.IsNaN(_values[index]))
            return _values[index];
        var definition = _slots[index].Definition;
        if (!definition.Allows(standard))
            throw new SettingException(
                $"{slot} must be {Range(definition)}, and {definition.Default} is {MessageNumber.Of(standard)} with "
                + $"{string.Join(", ", List(_values))}.");
        return standard;
    }

    /// <summary>Keeps what is set now as what a run is made with.</summary>
    public void Hold() => _values.CopyTo(_held, 0);

    /// <summary>
    /// What was set at the last Hold, in the definition's order; layers that are set alike under the name that they share.
    /// </summary>
    public ImmutableArray<Setting> Held => [.. List(_held)];

    /// <summary>Refuses a low end above its high end, as far as both are numbers before the run.</summary>
    public void RequireOrder()
    {
        foreach (var (low, high) in _ends)
        {
            if (Known(low) > Known(high))
                throw new SettingException(
                    $"{_slots[low].Name} = {MessageNumber.Of(Known(low))} is above {_slots[high].Name} = {MessageNumber.Of(Known(high))}.");
        }
    }

    /// <summary>A layer's written name, which others may share: <c>hidden</c> of <c>hidden/3</c>.</summary>
    private static string Written(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    private void AddSlot(SettingDefinition definition, LayerDefinition? layer)
    {
        var slot = _slots.Count;
        var name = definition.NameOf(layer?.Name ?? definition.Owner);
        var written = definition.NameOf(layer is null ? definition.Owner : Written(layer.Path));
        _slots.Add(new(name, definition, layer));
        _bySlot.Add(name, slot);
        if (!_byWritten.TryGetValue(written, out var slots))
            _byWritten.Add(written, slots = []);
        slots.Add(slot);
    }

    private IReadOnlyList<int> Require(string name) => Find(name) is { Count: > 0 } found ? found : throw new SettingException(
        $"{_definition.Id} has no number '{name}' to set; it has {string.Join(", ", _definition.Settings.Select(s => s.Name))}.");

    private IReadOnlyList<int> Find(string name) =>
        _bySlot.TryGetValue(name, out var one) ? [one] : _byWritten.GetValueOrDefault(name) ?? [];

    /// <summary>The value if it is set, or the file's if that is a plain number; NaN for one that only the run knows.</summary>
    private double Known(int slot) =>
        !double.IsNaN(_values[slot]) ? _values[slot]
        : MessageNumber.TryParse(_slots[slot].Definition.Default, out var number) ? number
        : double.NaN;

    private IEnumerable<Setting> List(double[] values)
    {
        for (int first = 0, next; first < _slots.Count; first = next)
        {
            var definition = _slots[first].Definition;
            next = _slots.FindIndex(first, slot => slot.Definition != definition) is var end and >= 0 ? end : _slots.Count;
            if (next - first > 1 && !double.IsNaN(values[first]) && values.AsSpan(first..next).IndexOfAnyExcept(values[first]) < 0)
            {
                yield return new(definition.Name, values[first]);
                continue;
            }

            for (var slot = first; slot < next; slot++)
            {
                if (!double.IsNaN(values[slot]))
                    yield return new(_slots[slot].Name, values[slot]);
            }
        }
    }

    private static void Require(string name, SettingDefinition definition, double value)
    {
        if (!definition.Allows(value))
            throw new SettingException($"{name} must be {Range(definition)}, not {MessageNumber.Of(value)}.");
    }

    private static string Range(SettingDefinition definition) => (definition.Minimum, definition.Maximum) switch
    {
        (double.NegativeInfinity, double.PositiveInfinity) => "finite",
        (_, double.PositiveInfinity) => Least(definition),
        (double.NegativeInfinity, _) => Most(definition),
        var (low, high) => definition.ExcludesMinimum || definition.ExcludesMaximum
            ? $"{Least(definition)} and {Most(definition)}"
            : $"from {MessageNumber.Of(low)} to {MessageNumber.Of(high)}",
    };

    private static string Least(SettingDefinition definition) =>
        $"{(definition.ExcludesMinimum ? "above" : "at least")} {MessageNumber.Of(definition.Minimum)}";

    private static string Most(SettingDefinition definition) =>
        $"{(definition.ExcludesMaximum ? "below" : "at most")} {MessageNumber.Of(definition.Maximum)}";
}
