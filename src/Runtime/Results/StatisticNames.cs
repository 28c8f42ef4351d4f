using FanIn.Runtime.Definitions;

namespace FanIn.Runtime.Results;

/// <summary>
/// The names of tensors and statistics as the YAML's <c>expect</c>, the results and the snapshots write them, and what each reads.
/// The one table of them.
/// </summary>
public static class StatisticNames
{
    private static readonly (string Name, Func<TensorStatistics, double> Read)[] TensorTable =
    [
        ("below", t => t.Histogram.Below),
        ("above", t => t.Histogram.Above),
        ("nan", t => t.Histogram.NaN),
        ("neg_inf", t => t.Histogram.NegativeInfinity),
        ("pos_inf", t => t.Histogram.PositiveInfinity),
        ("mean", t => t.Mean),
        ("std", t => t.Std),
        ("min", t => t.Min),
        ("max", t => t.Max),
        ("skew", t => t.Skewness),
        ("kurtosis", t => t.ExcessKurtosis),
        ("zero_fraction", t => t.ZeroFraction),
    ];

    private static readonly (string Name, Func<VarianceSplit, double> Read)[] SplitTable =
    [
        ("unit_share", s => s.UnitShare),
        ("input_share", s => s.InputShare),
        ("residual_share", s => s.ResidualShare),
        ("input_driven", s => s.InputDriven),
        ("unit_mean_std", s => s.UnitMeanStd),
        ("unit_std_mean", s => s.UnitStdMean),
    ];

    private static readonly (string Name, Func<TrainingResult, double> Read)[] TrainingTable =
    [
        ("loss", t => t.Loss),
        ("held_out_loss", t => t.HeldOutLoss),
        ("accuracy", t => t.Accuracy),
    ];

    /// <summary>What a training ends with.</summary>
    public static IReadOnlyList<string> OfTraining { get; } = [.. TrainingTable.Select(row => row.Name)];

    /// <summary><c>activations</c>, <c>preactivations</c>, <c>weights</c> …</summary>
    public static IReadOnlyList<string> Tensors { get; } = [.. LayerTensor.All.Select(tensor => tensor.Name)];

    /// <summary>Statistics that every tensor has.</summary>
    public static IReadOnlyList<string> OfTensor { get; } = [.. TensorTable.Select(row => row.Name)];

    /// <summary>Statistics that the activations have besides: how their variance splits between units and inputs.</summary>
    public static IReadOnlyList<string> OfSplit { get; } = [.. SplitTable.Select(row => row.Name)];

    /// <summary>The layer's own statistic, the same for whichever tensor it is asked: fan_in · mean(W²).</summary>
    public const string SigmaW2 = "sigma_w2";

    /// <summary>Likewise the layer's own: rms(dW) / rms(W).</summary>
    public const string GradientToWeight = "gradient_to_weight";

    /// <summary>rms(da)² over that of the next dense layer.</summary>
    public const string Chi = "chi";

    /// <summary>About how many different numbers the activations are.</summary>
    public const string EffectiveNumbers = "n_eff";

    /// <summary>The layer's own, with what <c>observe</c> must name for them; null where nothing.</summary>
    private static readonly (string Name, Func<LayerResult, double?> Read, string? Needs)[] LayerTable =
    [
        (SigmaW2, l => l.SigmaW2, null),
        (GradientToWeight, l => l.GradientToWeight, null),
        (Chi, l => l.Chi, null),
        (EffectiveNumbers, l => l.EffectiveNumbers, "activations"),
        ("saturated_low", l => l.Diagnostics.SaturatedLow, "saturation"),
        ("saturated_high", l => l.Diagnostics.SaturatedHigh, "saturation"),
        ("inactive", l => l.Diagnostics.Inactive, "saturation"),
        ("dead", l => l.Diagnostics.Dead, "saturation"),
        ("linear_share", l => l.Diagnostics.LinearShare, "linearity"),
        ("participation_ratio", l => l.Diagnostics.ParticipationRatio, "spectrum"),
        ("weight_gradient_rank", l => l.Diagnostics.WeightGradientRank, "spectrum"),
        ("cosine", l => l.Diagnostics.Cosine, "similarity"),
        ("zero_rows", l => l.Diagnostics.ZeroRows, "similarity"),
        ("jacobian_mean", l => l.Diagnostics.JacobianMean, "jacobian"),
        ("jacobian_spread", l => l.Diagnostics.JacobianSpread, "jacobian"),
    ];

    /// <summary>The layer's own statistics, the same for whichever tensor they are asked.</summary>
    public static IReadOnlyList<string> OfLayer { get; } = [.. LayerTable.Select(row => row.Name)];

    /// <summary>Those of them that are measured where <c>observe</c> names their group.</summary>
    public static IReadOnlyList<string> OfDiagnostics { get; } =
        [.. LayerTable.Where(row => row.Needs is not null and not "activations").Select(row => row.Name)];

    /// <summary>Those of them that stand among the gradients.</summary>
    public static IReadOnlyList<string> OfGradients { get; } = [GradientToWeight, Chi];

    /// <summary>A layer's own statistic by name; null for a name that is none, or where the layer does not have it.</summary>
    public static double? Read(LayerResult layer, string name)
    {
        foreach (var row in LayerTable)
        {
            if (row.Name == name)
                return row.Read(layer);
        }

        return null;
    }

    /// <summary>A tensor's statistic by name; null for a name that is none.</summary>
    public static double? Read(TensorStatistics tensor, string name)
    {
        foreach (var row in TensorTable)
        {
            if (row.Name == name)
                return row.Read(tensor);
        }

        return null;
    }

    /// <summary>A statistic of the split by name; null for a name that is none.</summary>
    public static double? Read(VarianceSplit split, string name)
    {
        foreach (var row in SplitTable)
        {
            if (row.Name == name)
                return row.Read(split);
        }

        return null;
    }

    /// <summary>A number of a training's end by name; null for a name that is none.</summary>
    public static double? Read(TrainingResult training, string name)
    {
        foreach (var row in TrainingTable)
        {
            if (row.Name == name)
                return row.Read(training);
        }

        return null;
    }

    /// <summary>Behind <see cref="LayerResult.Statistic"/>.</summary>
    internal static double Read(LayerResult layer, string tensor, string name)
    {
        if (OfLayer.Contains(name) && Tensors.Contains(tensor))
            return Read(layer, name) ?? throw NotMeasured(layer, name);
        var known = LayerTensor.All.FirstOrDefault(candidate => candidate.Name == tensor)
            ?? throw new ArgumentException($"There is no tensor '{tensor}'; there are {string.Join(", ", Tensors)}.", nameof(tensor));
        var (statistics, split) = (known.Of(layer), known == LayerTensor.Activations ? layer.Split : null);
        if (statistics is null && !IsOfEveryLayer(known) && layer.Kind != LayerDefinition.Dense)
            throw NoWeights(layer, tensor);
        if (statistics is null && known.Name.EndsWith("gradients", StringComparison.Ordinal))
            throw new InvalidOperationException($"{layer.Name} has no {known.Title}: they need 'backward', those of a bias a bias.");
        if (statistics is null)
            throw new InvalidOperationException($"The {tensor} of {layer.Name} are not observed: write 'observe: [{tensor}]' in the YAML.");
        return Read(statistics, name) ?? (split is null ? null : Read(split, name)) ?? throw Unknown(tensor, name, split is not null);
    }

    private static bool IsOfEveryLayer(LayerTensor tensor) => tensor == LayerTensor.Activations || tensor == LayerTensor.Gradients;

    private static InvalidOperationException NotMeasured(LayerResult layer, string name)
    {
        var needs = LayerTable.Single(row => row.Name == name).Needs;
        if (needs is null && layer.Kind != LayerDefinition.Dense)
            return NoWeights(layer, name);
        var what =
            needs is null ? "a 'backward' pass, and for chi a dense layer after it" : $"'observe: [{needs}]' in the YAML, and for the "
            + "rank of dW a 'backward' pass; of layers that are neither dense nor an activation there is no saturation and no cosine";
        return new($"{layer.Name} has no {name}: it needs {what}.");
    }

    private static InvalidOperationException NoWeights(LayerResult layer, string what) =>
        new($"{layer.Name} is of kind {layer.Kind}, which has no {what}: dense layers have.");

    private static ArgumentException Unknown(string tensor, string name, bool hasSplit)
    {
        string[] known = [.. OfTensor, .. hasSplit ? OfSplit : [], .. OfLayer];
        return new($"The {tensor} have no statistic '{name}'; they have {string.Join(", ", known)}.", nameof(name));
    }
}
