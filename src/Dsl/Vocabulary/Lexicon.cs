namespace FanIn.Dsl.Vocabulary;

/// <summary>The single table of every name that a YAML file can use. Binding, messages, lists and the language page come from it.</summary>
public static class Lexicon
{
    /// <summary>How weights, biases and the input are drawn.</summary>
    public static VocabularyTable<InitialiserEntry> Initialisers { get; } = Dsl.Vocabulary.Initialisers.Table;

    /// <summary>The elementwise functions.</summary>
    public static VocabularyTable<ActivationEntry> Activations { get; } = Dsl.Vocabulary.Activations.Table;

    /// <summary>Where random numbers come from.</summary>
    public static VocabularyTable<StreamEntry> Streams { get; } = new(
        "Streams",
        "stream",
        new StreamEntry("philox", "Philox", ulong.MaxValue, SeedForms.None,
            "Philox4x32-10: an element depends on seed, tensor and index alone. The default."),
        new StreamEntry("numpy-legacy", "NumpyLegacy", uint.MaxValue, SeedForms.Words,
            "np.random.seed(s) with randn and uniform, value for value. Seeds below 2^32."),
        new StreamEntry("numpy-pcg64", "NumpyPcg64", Limits.LargestSeed, SeedForms.Words | SeedForms.Spawned,
            "np.random.default_rng(s), value for value."),
        new StreamEntry("numpy-philox", "NumpyPhilox", Limits.LargestSeed, SeedForms.Words | SeedForms.Spawned | SeedForms.Key,
            "np.random.Generator(np.random.Philox(s)), value for value."));

    /// <summary>The types of tensors.</summary>
    public static VocabularyTable<DtypeEntry> Dtypes { get; } = new(
        "Dtypes",
        "dtype",
        new DtypeEntry("float64", "double", "Double precision. The default."),
        new DtypeEntry("float32", "float", "Single precision; the draws are those of float64, rounded."));

    /// <summary>The kinds of layers.</summary>
    public static VocabularyTable<LayerEntry> Layers { get; } = LayerKinds.Table;

    /// <summary>The tensors that can be observed.</summary>
    public static VocabularyTable<ObservableEntry> Observables { get; } = new(
        "Tensors",
        "tensor",
        new ObservableEntry("activations", "Activations", "z, a layer's output. The default."),
        new ObservableEntry("preactivations", "PreActivations", "a = z W (+ b), what the activation is applied to."),
        new ObservableEntry("weights", "Weights", "W, fan_in × fan_out."),
        new ObservableEntry("gradients", "Gradients", "dz = dL/dz, the gradient of a layer's output; with `backward` always observed.")
        {
            IsGradient = true,
        },
        new ObservableEntry("preactivation_gradients", "PreActivationGradients", "da = dz · φ'(a); observed with gradients.")
        {
            IsGradient = true,
            ObservedWith = "gradients",
        },
        new ObservableEntry(
            "weight_gradients", "WeightGradients", "dW = z_prevᵀ da, summed over the batch; with `backward` always observed.")
        {
            IsGradient = true,
        },
        new ObservableEntry("bias_gradients", "BiasGradients", "db, the sums of da over the batch; observed with weight_gradients.")
        {
            IsGradient = true,
            ObservedWith = "weight_gradients",
        });

    /// <summary>The tensors that <c>observe</c> names.</summary>
    public static VocabularyTable<ObservableEntry> Observed { get; } =
        new("Tensors", "tensor", [.. Observables.Where(tensor => tensor.ObservedWith is null)]);

    /// <summary>The statistics, named as the results name them.</summary>
    public static VocabularyTable<StatisticEntry> Statistics { get; } = new(
        "Statistics",
        "statistic",
        [
            new StatisticEntry("mean", "Mean", StatisticOf.AnyTensor, "Arithmetic mean."),
            new StatisticEntry("std", "Std", StatisticOf.AnyTensor, "Population standard deviation."),
            new StatisticEntry("min", "Min", StatisticOf.AnyTensor, "Smallest element."),
            new StatisticEntry("max", "Max", StatisticOf.AnyTensor, "Largest element."),
            new StatisticEntry("skew", "Skewness", StatisticOf.AnyTensor, "Population skewness."),
            new StatisticEntry(
                "kurtosis", "ExcessKurtosis", StatisticOf.AnyTensor, "Population excess kurtosis: 0 for a normal distribution."),
            new StatisticEntry("zero_fraction", "ZeroFraction", StatisticOf.AnyTensor, "Share of elements that are exactly 0."),
            new StatisticEntry("below", "Histogram.Below", StatisticOf.AnyTensor, "Elements below the histogram's range, -inf included."),
            new StatisticEntry("above", "Histogram.Above", StatisticOf.AnyTensor, "Elements above the histogram's range, +inf included."),
            new StatisticEntry("nan", "Histogram.NaN", StatisticOf.AnyTensor, "Elements that are NaN."),
            new StatisticEntry("neg_inf", "Histogram.NegativeInfinity", StatisticOf.AnyTensor, "Elements that are -inf."),
            new StatisticEntry("pos_inf", "Histogram.PositiveInfinity", StatisticOf.AnyTensor, "Elements that are +inf."),
            new StatisticEntry("unit_share", "Split.UnitShare", StatisticOf.Activations,
                "Share of the variance that lies between units and that no input changes."),
            new StatisticEntry("input_share", "Split.InputShare", StatisticOf.Activations,
                "Share of the variance that all units follow alike."),
            new StatisticEntry("residual_share", "Split.ResidualShare", StatisticOf.Activations, "The rest: 1 - unit_share - input_share."),
            new StatisticEntry(
                "input_driven", "Split.InputDriven", StatisticOf.Activations, "Share of the variance that the inputs drive."),
            new StatisticEntry(
                "unit_mean_std", "Split.UnitMeanStd", StatisticOf.Activations, "Standard deviation over units of their means."),
            new StatisticEntry(
                "unit_std_mean", "Split.UnitStdMean", StatisticOf.Activations, "Mean over units of their standard deviations."),
            new StatisticEntry("sigma_w2", "SigmaW2", StatisticOf.Layer, "fan_in · mean(W²), the σ_w² that was drawn."),
            new StatisticEntry("gradient_to_weight", "GradientToWeight", StatisticOf.Layer,
                "rms(dW) / rms(W): how large a step of gradient descent is beside the weights.") { NeedsBackward = true },
            .. DiagnosticStatistics.All,
            new StatisticEntry("loss", "Loss", StatisticOf.Training, "Mean loss over all samples that were trained on, at the end."),
            new StatisticEntry("held_out_loss", "HeldOutLoss", StatisticOf.Training, "Mean loss over the samples held out, at the end."),
            new StatisticEntry(
                "accuracy", "Accuracy", StatisticOf.Training, "Share of the samples held out that are classified right, at the end."),
        ]);

    /// <summary>What is measured besides where <c>observe</c> names it.</summary>
    public static VocabularyTable<DiagnosticEntry> Diagnostics { get; } = new(
        "Diagnostics",
        "diagnostic",
        new DiagnosticEntry("saturation", "Saturation", "one φ' an element",
            "saturated_low, saturated_high, inactive and dead: where a lies on φ."),
        new DiagnosticEntry("linearity", "Linearity", "batch × features × units",
            "linear_share: how much of z a linear function of the input explains."),
        new DiagnosticEntry("spectrum", "Spectrum", "batch × units²",
            "participation_ratio: in how many directions z spreads; with `backward` weight_gradient_rank, likewise of dW."),
        new DiagnosticEntry("similarity", "Similarity", "one pass over a",
            "cosine and zero_rows: how much alike a is for different inputs."),
        new DiagnosticEntry("jacobian", "Jacobian", "six backward passes without dW for 1000 samples",
            "jacobian_mean, jacobian_spread: squared singular values from a layer's input to the output, by probes; needs `backward`.")
        {
            NeedsBackward = true,
        });

    /// <summary>All that <c>observe</c> can name.</summary>
    public static VocabularyTable<IVocabularyEntry> ObserveNames { get; } =
        new("Observed", "tensor or diagnostic", [.. Observed, .. Diagnostics]);

    /// <summary>How a step of training changes the weights.</summary>
    public static VocabularyTable<OptimizerEntry> Optimizers { get; } = Learning.Optimizers;

    /// <summary>What training minimises.</summary>
    public static VocabularyTable<LossEntry> Losses { get; } = Learning.Losses;

    /// <summary>What training learns.</summary>
    public static VocabularyTable<DataSetEntry> DataSets { get; } = Learning.DataSets;

    /// <summary>The kinds of figures besides the row of histograms.</summary>
    public static VocabularyTable<FigureEntry> Figures { get; } = new(
        "Figures",
        "figure",
        new FigureEntry(
            "slopes", "Slopes", "The activation with its tangents over where the values sit, and the histogram of the slopes φ'(a)."),
        new FigureEntry("heat_map", "HeatMap", "The activations of 100 inputs × 100 units as colours, for each layer."),
        new FigureEntry("depth", "Depth", "The root mean square of activations and gradients from layer to layer, on a log axis."),
        new FigureEntry("own_std", "OwnStd", "A second row of histograms, in units of each layer's own standard deviation."),
        new FigureEntry("std_curve", "StdCurve",
            "Of all variants: how much of signal and gradient arrives, over the standard deviation of the weights."),
        new FigureEntry(
            "phase_diagram", "PhaseDiagram", "Of all variants: where the layers lie in the plane of σ_w and σ_b, and the edge of chaos."));

    /// <summary>What theory can find wrong with a network.</summary>
    public static VocabularyTable<FindingEntry> Findings { get; } = Dsl.Vocabulary.Findings.Table;

    /// <summary>Every table with its title and what one of its entries is, in the order in which they are shown.</summary>
    public static IReadOnlyList<(string Title, string Singular, IReadOnlyList<IVocabularyEntry> Entries)> Sections { get; } =
    [
        Section(Initialisers), Section(Activations), Section(Streams), Section(Dtypes), Section(Layers), Section(Observables),
        Section(Diagnostics), Section(Statistics), Section(Optimizers), Section(Losses), Section(DataSets), Section(Figures),
        Section(Findings),
    ];

    private static (string Title, string Singular, IReadOnlyList<IVocabularyEntry> Entries) Section<T>(VocabularyTable<T> table)
        where T : class, IVocabularyEntry => (table.Title, table.Singular, table);
}
