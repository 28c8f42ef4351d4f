namespace FanIn.Generator.Tests.Diagnostics;

/// <summary>YAML in which <c>[|</c> and <c>|]</c> enclose what a diagnostic must be about.</summary>
internal sealed record MarkedYaml(string Text, int Start, int Length)
{
    public static MarkedYaml Parse(string marked)
    {
        int start = marked.IndexOf("[|", StringComparison.Ordinal);
        int end = marked.IndexOf("|]", StringComparison.Ordinal);
        return new(marked.Replace("[|", "").Replace("|]", ""), start, end - start - 2);
    }
}
