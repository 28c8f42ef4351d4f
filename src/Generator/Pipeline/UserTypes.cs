using System.Collections.Immutable;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using FanIn.Generator.Diagnostics;
using FanIn.Generator.Symbols;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Pipeline;

/// <summary>The types of the user's own that a file names.</summary>
/// <param name="Path">The file as the compiler knows it.</param>
/// <param name="RelativePath">The file, relative to the project.</param>
/// <param name="Uses">Where it names which.</param>
internal sealed record UserTypes(string Path, string RelativePath, EquatableArray<OwnTypeUse> Uses)
{
    /// <summary>What a file names.</summary>
    public static UserTypes From(ParsedFile file, CancellationToken cancellation) =>
        new(file.Path, file.RelativePath, file.Result.OwnTypes);

    /// <summary>
    /// What C# would say of them once for each layer. It is looked at anew with every edit of the project's code, a few symbols for each
    /// file that names any; what comes of it is plain text, so that nothing follows from an edit that changes none of it.
    /// </summary>
    public static UnfitTypes Check(
        ((UserTypes File, ProjectNames Names) File, Compilation Compilation) input, CancellationToken cancellation)
    {
        var ((file, names), compilation) = input;
        var check = new TypeCheck(compilation, file.RelativePath);
        var found =
            from use in file.Uses
            let type = TypeLookup.Find(compilation, names.Namespace, use.Name)
            where type is not null
            from diagnostic in check.Check(use, type, cancellation)
            select diagnostic;
        return new(file.RelativePath, new(file.Path, found.ToEquatableArray()));
    }
}

/// <summary>What is wrong with the types of the user's own that a file names.</summary>
/// <param name="RelativePath">The file, relative to the project.</param>
/// <param name="Diagnostics">What there is to report.</param>
internal sealed record UnfitTypes(string RelativePath, FileDiagnostics Diagnostics)
{
    /// <summary>The files from which no experiment can be made for that.</summary>
    public static EquatableArray<string> Files(ImmutableArray<UnfitTypes> all, CancellationToken cancellation) =>
        all.Where(file => file.Diagnostics.Diagnostics.Count > 0).Select(file => file.RelativePath).ToEquatableArray();
}
