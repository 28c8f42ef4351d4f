using FanIn.Dsl.Vocabulary;

namespace FanIn.Dsl.Tests.Vocabulary;

/// <summary>Initialisers as tables of documents show them.</summary>
internal static class InitialiserText
{
    /// <summary>The parameters with their defaults.</summary>
    public static string Takes(InitialiserEntry entry) => string.Join(", ", entry.Parameters.Select(parameter =>
        $"`{parameter.Name}` ({(parameter.IsRequired ? "required" : parameter.Default ?? "optional")})"));

    /// <summary>What the runtime draws, with its numbers as formulas.</summary>
    public static string Drawn(InitialiserEntry entry)
    {
        var plan = entry.Standard;
        string bias = plan.Bias is null ? "" : $"; bias {Drawn(plan.Bias)}";
        return Drawn(plan) + bias;
    }

    private static string Drawn(InitialiserPlan plan)
    {
        IEnumerable<string> numbers = plan.Arguments.Select(argument => $"{argument.Name} = {argument.Formula}");
        IEnumerable<string> switches = plan.Switches.Where(flag => flag.IsOn).Select(flag => flag.Name);
        string after = plan.Calibration is null ? "" : $"; then {Words(plan.Calibration.Method)}";
        return $"{Words(plan.Kind.ToString())}: {string.Join(", ", numbers.Concat(switches))}{after}";
    }

    /// <summary><c>TruncatedNormal</c> → <c>truncated normal</c>.</summary>
    private static string Words(string name) =>
        string
            .Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? " " + char.ToLowerInvariant(c) : char.ToLowerInvariant(c).ToString()));
}
