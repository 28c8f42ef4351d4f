using System.Collections.Immutable;
using FanIn.Runtime.Definitions;
using FanIn.Runtime.Results;

namespace FanIn.Runtime.Experiments;

/// <summary>
/// The numbers of an experiment that can be set without a build: the file's parameters by their names, and those of every initialiser
/// as <c>hidden.init.std</c>, <c>hidden3.bias.value</c> or <c>input.std</c>. The name that layers share stands for all of them. What is
/// set holds from the next Draw on.
/// </summary>
/// <param name="definition">What the file says.</param>
public sealed class ExperimentSettings(ExperimentDefinition definition)
{
    // Made when first needed: an experiment that nobody sets anything of does not pay for it.
    private SettingTable? _table;

    /// <summary>What can be set, with the file's own values.</summary>
    public IReadOnlyList<SettingDefinition> Known => definition.Settings;

    /// <summary>Whether nothing is set.</summary>
    public bool IsEmpty => _table is null or { Count: 0 };

    /// <summary>What was set when the experiment last drew, in the order of <see cref="Known"/>.</summary>
    internal ImmutableArray<Setting> Drawn => _table?.Held ?? [];

    private SettingTable Table => _table ??= new(definition);

    /// <summary>
    /// What the number is set to; null for the file's own value, which setting null puts back. For a name that several layers share also
    /// null where they differ.
    /// </summary>
    /// <param name="name">A name of <see cref="Known"/>, or with the numbered or shared name of a layer in it.</param>
    /// <exception cref="SettingException">There is no such number, or it can't have that value.</exception>
    public double? this[string name]
    {
        get => Table.Get(name);
        set => Table.Set(name, value);
    }

    /// <summary>What a name stands for, layer by layer; empty for a name of nothing.</summary>
    /// <param name="name">As for the indexer.</param>
    public IReadOnlyList<SettingTarget> Find(string name) => Table.Targets(name);

    /// <summary>Puts everything back to what the file says.</summary>
    public void Clear() => _table?.Clear();

    /// <summary>Makes sure, before anything is drawn, that what is set goes together.</summary>
    /// <exception cref="SettingException">The min of a distribution is above its max.</exception>
    public void Check() => _table?.RequireOrder();

    /// <summary>The value that holds.</summary>
    /// <exception cref="SettingException">The file's formula gives none that is allowed with what is set.</exception>
    internal double Value(string name, double standard) => IsEmpty ? standard : Table.Value(name, standard);

    /// <summary>A draw begins.</summary>
    internal void Hold()
    {
        Check();
        _table?.Hold();
    }
}
