using System.Text;

namespace FanIn.Dsl.Binding;

/// <summary>How a name of the language becomes a name of C#.</summary>
public static class CSharpName
{
    /// <summary>Names that a layer's property or a variant's class may not have: every experiment has a member of that name.</summary>
    public static IReadOnlyList<string> ReservedMembers { get; } =
    [
        "Run", "Draw", "Forward", "Backward", "Observe", "Input", "Dispose", "CheckExpectations", "ToResult",
        "Definition", "Seed", "Stream", "Threads", "ForwardBlock", "ForEachBlock", "RestartStream",
        "AddDense", "AddActivation", "AddLayerNorm", "AddRmsNorm", "AddBatchNorm", "AddDropout", "AddResidual",
        "ScaleToUnitVariance", "StandardiseUnits",
        "Settings", "Setting", "Upstream", "InputGradients", "BackwardThrough", "ObserveInputGradients",
        "ObserveJacobian", "CollectFor", "Train", "Trainer", "AddTrainer",
        "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString",
    ];

    /// <summary>Names that an experiment's class may not have besides: they stand beside it in its namespace.</summary>
    public static IReadOnlyList<string> ReservedClasses { get; } = ["ExperimentCatalog", "FanIn", "System"];

    /// <summary>
    /// Splits at <c>.</c>, <c>_</c> and <c>-</c>, capitalises each part and joins them; between two digits the separator becomes <c>_</c>,
    /// and a leading digit gets <c>_</c> in front. No keyword of C# can come of it: they are all lower-case.
    /// </summary>
    /// <param name="name">A name of the language.</param>
    public static string From(string name)
    {
        var result = new StringBuilder();
        bool separated = true;
        foreach (char c in name)
        {
            if (c is '.' or '_' or '-')
            {
                separated = true;
                continue;
            }

            bool afterDigit = result.Length > 0 && IsDigit(result[result.Length - 1]);
            if (IsDigit(c) && separated && (result.Length == 0 || afterDigit))
                result.Append('_');
            result.Append(separated ? char.ToUpperInvariant(c) : c);
            separated = false;
        }

        return result.ToString();
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
