using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Yaml;

/// <summary>Looks at the characters before the YAML parser does, which makes something of NUL, lone surrogates and tabs.</summary>
internal static class CharacterScan
{
    /// <summary>Reports what is not allowed, each kind once with its count, and gives the text with blanks in those places.</summary>
    public static SourceText Clean(SourceText source, DiagnosticBag bag)
    {
        string text = source.Text;
        char[]? clean = null;
        var controls = new Finding();
        var surrogates = new Finding();
        var tabs = new Finding();
        bool indentation = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool bad = false;
            if (indentation && c is ' ' or '\t')
                i = Indentation(text, i, ref clean, ref tabs) - 1;
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                bad = surrogates.Add(i);
            else if (IsForbidden(c))
                bad = controls.Add(i);

            indentation = SourceText.IsLineBreak(c);
            if (bad)
                (clean ??= text.ToCharArray())[i] = ' ';
        }

        if (controls.Count > 0)
            bag.Add(
                DiagnosticCatalog.Character, source.Range(controls.First, controls.First + 1),
                $"The character U+{(int)text[controls.First]:X4} is not allowed{controls.More}.");
        if (surrogates.Count > 0)
            bag.Add(
                DiagnosticCatalog.Character, source.Range(surrogates.First, surrogates.First + 1),
                $"Half of a surrogate pair, U+{(int)text[surrogates.First]:X4}: the file is not valid text{surrogates.More}.");
        if (tabs.Count > 0)
            bag.Add(
                DiagnosticCatalog.TabIndentation, source.Range(tabs.First, tabs.First),
                $"A tab stands where the line is indented; YAML wants spaces{tabs.More}.");
        return clean is null ? source : new SourceText(new string(clean));
    }

    /// <summary>Whether a character of a value is one that can't be written in it directly.</summary>
    public static bool IsForbidden(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\r' or '\t')) || c is '\uFEFF' or '\uFFFE' or '\uFFFF';

    /// <summary>Blanks the tabs of a line's indentation and gives its end. They are allowed where nothing but a comment follows.</summary>
    private static int Indentation(string text, int start, ref char[]? clean, ref Finding tabs)
    {
        int end = start;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        int tab = text.IndexOf('\t', start, end - start);
        if (tab >= 0)
        {
            bool indentsNothing = end == text.Length || SourceText.IsLineBreak(text[end]) || text[end] == '#';
            if (!indentsNothing)
                tabs.Add(tab);
            clean ??= text.ToCharArray();
            for (int i = tab; i < end; i++)
                clean[i] = ' ';
        }

        return end;
    }

    private struct Finding
    {
        public int First;
        public int Count;

        public readonly string More => Count > 1 ? $" ({Count - 1} more in this file)" : "";

        public bool Add(int offset)
        {
            if (Count++ == 0)
                First = offset;
            return true;
        }
    }
}
