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

    /// <summary>Refuses what no command knows.</summary>
    public void Allow(string[] switches, string[] options)
    {
        for (int i = 0; i < Words.Length; i++)
        {
            if (options.Contains(Words[i]))
                i++;
            else if (!switches.Contains(Words[i]))
                throw new ArgumentException($"'{Words[i]}' is not known here; known: {string.Join(", ", switches.Concat(options))}.");
        }
    }
}
