using FanIn.Dsl.Text;

namespace FanIn.Dsl.Model;

/// <summary>A place where a file names a C# type of the user's project, for whoever can look the type up.</summary>
/// <param name="Name">The type: <c>MyLab.Snake</c>, <c>global::Snake</c>.</param>
/// <param name="IsActivation">Whether it is to be an activation; otherwise it is an initialiser.</param>
/// <param name="Range">Where the name stands.</param>
/// <param name="Numbers">What the file gives for its constructor.</param>
public sealed record OwnTypeUse(string Name, bool IsActivation, TextRange Range, EquatableArray<OwnTypeNumber> Numbers);

/// <summary>A number for the constructor of a user's type.</summary>
/// <param name="Name">The constructor's parameter.</param>
/// <param name="Range">Where the name stands.</param>
public sealed record OwnTypeNumber(string Name, TextRange Range);
