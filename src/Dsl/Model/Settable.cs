namespace FanIn.Dsl.Model;

/// <summary>A number that can be set without a build: a parameter, or a number of an initialiser. Value-equal.</summary>
/// <param name="Owner">
/// <c>input</c>, <c>train</c>; a layer's written name where all layers that share it have the number alike, else its numbered one; empty
/// for a parameter.
/// </param>
/// <param name="Number"><c>init.std</c>, <c>bias.value</c>; <c>std</c> of the input; a parameter's name.</param>
/// <param name="Default">What holds otherwise, as the file writes it.</param>
/// <param name="Minimum">Smallest value allowed, inclusive; −∞ for none.</param>
/// <param name="Maximum">Largest value allowed, inclusive; +∞ for none.</param>
public sealed record Settable(string Owner, string Number, string Default, double Minimum, double Maximum)
{
    /// <summary>Whether <see cref="Minimum"/> itself is not allowed.</summary>
    public bool ExcludesMinimum { get; init; }

    /// <summary>Whether <see cref="Maximum"/> itself is not allowed.</summary>
    public bool ExcludesMaximum { get; init; }
}

/// <summary>A parameter: a number of the file that is a property of the class.</summary>
/// <param name="Name">As formulas use it: <c>sigma_w</c>.</param>
/// <param name="PropertyName">Its C# name: <c>SigmaW</c>.</param>
/// <param name="Default">What holds as long as nobody sets it; may use the parameters before it.</param>
/// <param name="Minimum">Smallest value allowed, inclusive; −∞ for none.</param>
/// <param name="Maximum">Largest value allowed, inclusive; +∞ for none.</param>
public sealed record RuntimeParameter(string Name, string PropertyName, BoundFormula Default, double Minimum, double Maximum);
