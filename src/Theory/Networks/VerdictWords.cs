namespace FanIn.Theory.Networks;

/// <summary>Verdicts as reports and results write them.</summary>
public static class VerdictWords
{
    /// <summary><c>healthy</c>, <c>saturated</c>, <c>vanishing</c>, <c>exploding</c>, <c>input-blind</c> or <c>chaotic</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Healthy => "healthy",
        Verdict.Saturated => "saturated",
        Verdict.Vanishing => "vanishing",
        Verdict.Exploding => "exploding",
        Verdict.InputBlind => "input-blind",
        Verdict.Chaotic => "chaotic",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };
}
