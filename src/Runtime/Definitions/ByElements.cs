namespace FanIn.Runtime.Definitions;

/// <summary>A list that is equal to another when its elements are; the field of a record that is to be compared by what it says.</summary>
/// <typeparam name="TList">The list, which compares by reference.</typeparam>
/// <typeparam name="T">The element type, compared by its own equality: NaN equals NaN.</typeparam>
/// <param name="list">The list; one that was never set is equal to an empty one.</param>
internal readonly struct ByElements<TList, T>(TList list) : IEquatable<ByElements<TList, T>>
    where TList : IReadOnlyList<T>
{
    /// <summary>The list itself.</summary>
    public TList List => list;

    private int Count => EqualityComparer<TList>.Default.Equals(list, default) ? 0 : list.Count;

    /// <inheritdoc/>
    public bool Equals(ByElements<TList, T> other)
    {
        if (Count != other.Count)
            return false;
        for (var i = 0; i < Count; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(list[i], other.List[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ByElements<TList, T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        for (var i = 0; i < Count; i++)
            hash.Add(list[i]);
        return hash.ToHashCode();
    }
}
