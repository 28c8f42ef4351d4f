using System.Collections;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Vocabulary;

/// <summary>The names of one kind, in the order in which they are shown.</summary>
/// <typeparam name="T">The kind.</typeparam>
public sealed class VocabularyTable<T> : IReadOnlyList<T>
    where T : class, IVocabularyEntry
{
    private readonly T[] _entries;
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);

    internal VocabularyTable(string title, string singular, params T[] entries)
    {
        (Title, Singular, _entries) = (title, singular, entries);
        foreach (var entry in entries)
        {
            foreach (string name in entry.Aliases.Prepend(entry.Name))
                _byName.Add(name, entry);
        }
    }

    /// <summary><c>Initialisers</c>.</summary>
    public string Title { get; }

    /// <summary><c>initialiser</c>.</summary>
    public string Singular { get; }

    /// <inheritdoc/>
    public int Count => _entries.Length;

    /// <inheritdoc/>
    public T this[int index] => _entries[index];

    /// <summary>The canonical names.</summary>
    public IEnumerable<string> Names => _entries.Select(entry => entry.Name);

    /// <summary>The entry of a name or alias; null when there is none.</summary>
    public T? Find(string name) => _byName.TryGetValue(name, out var entry) ? entry : null;

    /// <summary>The name or alias that a misspelt one was meant to be; null when none is near.</summary>
    public string? Nearest(string name) => NearestName.Find(name, _byName.Keys);

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)_entries).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
