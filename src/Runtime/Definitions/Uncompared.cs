namespace FanIn.Runtime.Definitions;

/// <summary>The field of a record that has no say in whether two records are equal: what follows from the others.</summary>
/// <typeparam name="T">What it holds.</typeparam>
/// <param name="value">What it holds.</param>
internal readonly struct Uncompared<T>(T value) : IEquatable<Uncompared<T>>
{
    /// <summary>What it holds.</summary>
    public T Value => value;

    /// <inheritdoc/>
    public bool Equals(Uncompared<T> other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Uncompared<T>;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;
}
