using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Diagnostic = FanIn.Dsl.Diagnostics.Diagnostic;

namespace FanIn.Generator.Symbols;

/// <summary>
/// Whether a type that a file names can stand where it is named. C# would say it of every layer that is made with it; here it is said
/// once, where the file names the type.
/// </summary>
internal sealed class TypeCheck(Compilation compilation, string path)
{
    private readonly INamedTypeSymbol? _activation = compilation.GetTypeByMetadataName("FanIn.Runtime.Activations.IActivation");
    private readonly INamedTypeSymbol? _initialiser = compilation.GetTypeByMetadataName("FanIn.Runtime.Initialisation.IInitialiser");

    /// <summary>What is wrong with a use of a type.</summary>
    public IReadOnlyList<Diagnostic> Check(OwnTypeUse use, INamedTypeSymbol type, CancellationToken cancellation)
    {
        if ((use.IsActivation ? _activation : _initialiser) is null || IsPartial(type, cancellation))
            return [];
        string? fault = use.IsActivation ? FaultOfActivation(type) : FaultOfInitialiser(type);
        return fault is null
            ? new ConstructorCheck(compilation, path).Check(use, type)
            : [Unsuitable(path, use.Range, $"'{use.Name}' can't be an {(use.IsActivation ? "activation" : "initialiser")}: {fault}.")];
    }

    /// <summary>A diagnostic that the place of a name is at fault.</summary>
    public static Diagnostic Unsuitable(string path, TextRange range, string message) =>
        new(DiagnosticCatalog.Unsuitable.Id, Severity.Error, path, range, message);

    private string? FaultOfActivation(INamedTypeSymbol type)
    {
        const string Needs = "it must be a struct that implements FanIn.Runtime.Activations.IActivation";
        if (!Implements(type, _activation))
            return $"{Needs}; found {Kind(type)} that does not{(Implements(type, _initialiser) ? ", and is an initialiser" : "")}";
        if (type.TypeKind != TypeKind.Struct)
            return $"{Needs}; found {Kind(type)}";
        return IsPublic(type) ? null : "it must be public, as the layers are that are made with it";
    }

    private string? FaultOfInitialiser(INamedTypeSymbol type)
    {
        const string Needs = "it must be a class or struct that implements FanIn.Runtime.Initialisation.IInitialiser";
        if (!Implements(type, _initialiser))
            return $"{Needs}; found {Kind(type)} that does not{(Implements(type, _activation) ? ", and is an activation" : "")}";
        return type.IsAbstract ? $"{Needs} and can be made; found {Kind(type)}" : null;
    }

    private static bool Implements(INamedTypeSymbol type, INamedTypeSymbol? contract) =>
        type.AllInterfaces.Contains(contract!, SymbolEqualityComparer.Default);

    private static bool IsPublic(INamedTypeSymbol type)
    {
        for (var outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.DeclaredAccessibility != Accessibility.Public)
                return false;
        }

        return true;
    }

    /// <summary>Another part, which a generator may write, can have what is missed here.</summary>
    private static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Any(part =>
            part.GetSyntax(cancellation) is MemberDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static string Kind(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Class => type.IsStatic ? "a static class" : type.IsAbstract ? "an abstract class" : "a class",
        TypeKind.Struct => "a struct",
        TypeKind.Interface => "an interface",
        TypeKind.Enum => "an enum",
        _ => "a type",
    };
}
