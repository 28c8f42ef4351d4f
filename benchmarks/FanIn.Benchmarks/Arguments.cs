using System.Globalization;

namespace FanIn.Benchmarks;

/// <summary>What stands after the command.</summary>
/// <param name="Words">As typed.</param>
public sealed record Arguments(string[] Words)
{
    /// <summary>Whether a switch is there.</summary>
    public bool Has(string name) => Words.Contains(name);

    /// <summary>The word after an option.</summary>
    public string Text(string name, string otherwise)
    {
        int i = Array.IndexOf(Words, name);
        return i < 0 ? otherwise : i + 1 < Words.Length ? Words[i + 1] : throw new ArgumentException($"{name} needs a value.");
    }

    /// <summary>The number after an option, at least 1.</summary>
    public int Number(string name, int otherwise)
    {
        string text = Text(name, otherwise.ToString(CultureInfo.InvariantCulture));
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"{name} needs a number from 1 on, not '{text}'.");
    }

    /// <summary>The words, after a look at each of them.</summary>
    /// <exception cref="ArgumentException">One is neither a switch nor an option.</exception>
    public static Arguments Of(string[] words, string[] switches, string[] options)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (options.Contains(words[i]))
                i++;
            else if (!switches.Contains(words[i]))
                throw new ArgumentException($"'{words[i]}' is not known here; known: {string.Join(", ", switches.Concat(options))}.");
        }

        return new(words);
    }
}
