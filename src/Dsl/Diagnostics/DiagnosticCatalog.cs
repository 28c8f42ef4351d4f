namespace FanIn.Dsl.Diagnostics;

/// <summary>Every rule, with the page that explains it. Ids are never reused.</summary>
public static class DiagnosticCatalog
{
    /// <summary>FanIn itself failed on a file.</summary>
    public static DiagnosticRule InternalError { get; } = new(
        "FAN0001", "Internal error",
        "FanIn failed on this file; that is a bug of FanIn, whatever the file says.");

    /// <summary>The file could not be opened or decoded.</summary>
    public static DiagnosticRule UnreadableFile { get; } = new(
        "FAN0002", "The file can't be read",
        "The file must exist, be readable and be UTF-8 text.");

    /// <summary>A character that no experiment needs.</summary>
    public static DiagnosticRule Character { get; } = new(
        "FAN0003", "Character that is not allowed",
        "The text holds no control characters, no stray byte order marks and no halves of surrogate pairs.");

    /// <summary>A tab where YAML wants spaces.</summary>
    public static DiagnosticRule TabIndentation { get; } = new("FAN0004", "Tab at the start of a line", "Lines are indented with spaces.");

    /// <summary>Not YAML.</summary>
    public static DiagnosticRule Syntax { get; } = new("FAN0005", "Not valid YAML", "The file must be well-formed YAML.");

    /// <summary>Nothing in the file.</summary>
    public static DiagnosticRule Empty { get; } = new(
        "FAN0006", "Nothing in the file",
        "An experiment needs at least an input and layers.");

    /// <summary>Anchor, alias or merge key.</summary>
    public static DiagnosticRule Anchor { get; } = new(
        "FAN0007", "Anchor, alias or merge key",
        "Values are written where they are used; what varies belongs into the matrix.");

    /// <summary>Tag or directive.</summary>
    public static DiagnosticRule Tag { get; } = new(
        "FAN0008", "Tag or directive",
        "YAML's tags and directives are not part of the language.");

    /// <summary>A second document in the file.</summary>
    public static DiagnosticRule SecondDocument { get; } = new("FAN0009", "Second document", "A file holds one experiment.");

    /// <summary>A limit on the text.</summary>
    public static DiagnosticRule TextLimit { get; } = new(
        "FAN0010", "The text is too large",
        "File, nesting, number of values, length of a value and of a formula are limited.");

    /// <summary>A limit on what the text expands to.</summary>
    public static DiagnosticRule ExpansionLimit { get; } = new(
        "FAN0011", "The experiment is too large",
        "Variants, layers, expectations and what they expand to are limited.");

    /// <summary>A tensor or network that no machine holds.</summary>
    public static DiagnosticRule TensorLimit { get; } = new(
        "FAN0012", "A tensor is too large",
        "A tensor has at most 2^28 elements and an experiment 2^30.");

    /// <summary>A key twice in one mapping.</summary>
    public static DiagnosticRule DuplicateKey { get; } = new("FAN0013", "Duplicate key", "A key stands once in a mapping.");

    /// <summary>A key that the language does not have there.</summary>
    public static DiagnosticRule UnknownKey { get; } = new(
        "FAN0014", "Unknown key",
        "Only the keys of the language are allowed; nothing is ignored silently.");

    /// <summary>A key that must be there.</summary>
    public static DiagnosticRule MissingKey { get; } = new("FAN0015", "Missing key", "Some keys have no default.");

    /// <summary>A mapping where a list is wanted, and the like.</summary>
    public static DiagnosticRule WrongShape { get; } = new(
        "FAN0016", "Wrong kind of value",
        "A value must be text, a list or a mapping as its key asks for.");

    /// <summary>A name that is not in the vocabulary.</summary>
    public static DiagnosticRule UnknownName { get; } = new(
        "FAN0017", "Unknown name",
        "Kinds of layers, initialisers, activations, streams, dtypes, tensors and statistics are named as the vocabulary does.");

    /// <summary>A name of the vocabulary where it can't be used.</summary>
    public static DiagnosticRule Unsuitable { get; } = new(
        "FAN0018", "Name that can't be used here",
        "The input has no fans, some statistics belong to one tensor alone, weights to dense layers, and parameters have no value before "
        + "the run.");

    /// <summary>A formula that can't be read.</summary>
    public static DiagnosticRule FormulaSyntax { get; } = new(
        "FAN0019", "Formula that can't be read",
        "A number is a decimal or a formula over numbers, names in scope and functions.");

    /// <summary>A formula's name or function that does not exist there.</summary>
    public static DiagnosticRule FormulaName { get; } = new(
        "FAN0020", "Unknown name in a formula",
        "A formula uses pi, the functions, the matrix's numbers, the parameters and, within a layer, its fans.");

    /// <summary>A formula without a finite value.</summary>
    public static DiagnosticRule FormulaValue { get; } = new(
        "FAN0021", "Formula without a finite value",
        "Every number must be finite, and every step on the way to it.");

    /// <summary>A number outside of its range.</summary>
    public static DiagnosticRule OutOfRange { get; } = new(
        "FAN0022", "Number out of range",
        "A number must lie in the range that its key gives.");

    /// <summary>A fraction where a whole number is wanted.</summary>
    public static DiagnosticRule NotWhole { get; } = new(
        "FAN0023", "Not a whole number",
        "Counts are whole numbers, or formulas whose value is one.");

    /// <summary>An interval whose ends are in the wrong order.</summary>
    public static DiagnosticRule EmptyInterval { get; } = new("FAN0024", "Empty interval", "The low end must be below the high end.");

    /// <summary>A seed that is not one.</summary>
    public static DiagnosticRule Seed { get; } = new(
        "FAN0025", "Not a seed",
        "A seed is written in digits, below 2^64, and below 2^32 for numpy-legacy; NumPy's streams take other forms besides.");

    /// <summary><c>${name}</c> for <c>$name</c>.</summary>
    public static DiagnosticRule BracedReference { get; } = new("FAN0026", "Braces around a reference", "A reference is written $name.");

    /// <summary><c>$name</c> of nothing.</summary>
    public static DiagnosticRule UnresolvedReference { get; } = new(
        "FAN0027", "Reference to nothing",
        "$name stands for an axis of the matrix, where a whole value stands.");

    /// <summary>A formula that YAML split at its comma.</summary>
    public static DiagnosticRule SplitFormula { get; } = new(
        "FAN0028", "Formula split at its comma",
        "Within { } and [ ] a formula with a comma must be quoted.");

    /// <summary>A name with characters that names don't have.</summary>
    public static DiagnosticRule BadName { get; } = new(
        "FAN0029", "Not a name",
        "Names are letters, digits, '.', '_' and '-', and start with a letter or digit.");

    /// <summary>Two things of one name.</summary>
    public static DiagnosticRule DuplicateName { get; } = new(
        "FAN0030", "Name used twice",
        "Labels, numbered layers and entries of a list have names of their own.");

    /// <summary>Two things with one C# name, or one that C# has already.</summary>
    public static DiagnosticRule CSharpClash { get; } = new(
        "FAN0031", "C# name that is taken",
        "Each class and property has a name of its own, other than the members that every experiment has.");

    /// <summary>Two files with one experiment's name.</summary>
    public static DiagnosticRule DuplicateExperiment { get; } = new(
        "FAN0032", "Two files with one name",
        "An experiment's name is unique among the files of a project.");

    /// <summary>A value of the matrix that has no text to be its label.</summary>
    public static DiagnosticRule MissingLabel { get; } = new(
        "FAN0033", "Value without a label",
        "A value of the matrix whose text is not a name is written label: value.");

    /// <summary>An axis or parameter that changes nothing.</summary>
    public static DiagnosticRule UnusedAxis { get; } = new(
        "FAN0034", "Axis or parameter that nothing uses", "Variants that differ in nothing, and numbers that change nothing, mislead.",
        Severity.Warning);

    /// <summary>A pattern that selects nothing.</summary>
    public static DiagnosticRule NothingSelected { get; } = new(
        "FAN0035", "Nothing selected",
        "'for', 'layer' and 'exclude' must select something that is there.");

    /// <summary>An expectation of a tensor that is not observed.</summary>
    public static DiagnosticRule NotObserved { get; } = new("FAN0036", "Tensor that is not observed", "What is expected must be observed.");

    /// <summary>Layers whose widths differ where they must not.</summary>
    public static DiagnosticRule ShapeMismatch { get; } = new(
        "FAN0037", "Layers that don't fit",
        "The branch of a residual ends as wide as what enters it, since the "
        + "two are added; the last layer of a training has a unit for each class.");

    /// <summary>An allowance of a warning that there is none of.</summary>
    public static DiagnosticRule UnusedAllowance { get; } = new(
        "FAN0038", "Allowed, but never found",
        "'allow' names warnings that its variants have; one that they don't have misleads.", Severity.Warning);

    /// <summary>What theory expects to go wrong in a network, in the order of <see cref="FanIn.Theory.Networks.FindingKind"/>.</summary>
    public static IReadOnlyList<DiagnosticRule> Advice { get; } =
    [
        Warn("FAN1001", "The signal vanishes", "The values of a layer are, by root mean square, below 1/20 of the first layer's."),
        Warn("FAN1002", "The signal explodes", "The values of a layer are, by root mean square, above 20 times the first layer's."),
        Warn("FAN1003", "Saturation", "More than 25 % of a layer's pre-activations lie where the slope is below 5 % of its largest."),
        Warn("FAN1004", "The gradient vanishes",
            "On the way back to the first layer the gradient shrinks, by root mean square, below 1/20."),
        Warn("FAN1005", "The gradient explodes",
            "On the way back to the first layer the gradient grows, by root mean square, above 20 times."),
        Warn("FAN1006", "Inputs that become alike", "The correlation c of what two inputs cause in a layer is above 0.995."),
        Warn("FAN1007", "Chaotic", "Two inputs next to each other come apart by a factor above 20."),
        Warn("FAN1008", "Dead units", "More than a third of a layer's units answers no input of the batch."),
        Warn("FAN1009", "All units are one unit", "All weights of a layer are the same number: its units compute the same."),
    ];

    /// <summary>All rules, by id.</summary>
    public static IReadOnlyList<DiagnosticRule> All { get; } =
    [
        InternalError, UnreadableFile, Character, TabIndentation, Syntax, Empty, Anchor, Tag, SecondDocument,
        TextLimit, ExpansionLimit, TensorLimit, DuplicateKey, UnknownKey, MissingKey, WrongShape, UnknownName, Unsuitable,
        FormulaSyntax, FormulaName, FormulaValue, OutOfRange, NotWhole, EmptyInterval, Seed,
        BracedReference, UnresolvedReference, SplitFormula, BadName, DuplicateName, CSharpClash, DuplicateExperiment,
        MissingLabel, UnusedAxis, NothingSelected, NotObserved, ShapeMismatch, UnusedAllowance, .. Advice,
    ];

    /// <summary>The rule of an id, ignoring case; null when there is none.</summary>
    public static DiagnosticRule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.OrdinalIgnoreCase));

    private static DiagnosticRule Warn(string id, string title, string explanation) =>
        new(id, title, explanation, Severity.Warning) { IsAdvice = true };
}
