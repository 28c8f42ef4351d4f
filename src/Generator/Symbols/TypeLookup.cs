using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Symbols;

/// <summary>
/// Finds the type that C# will find for a name in generated code. What it does not find need not be missing: a using of the whole
/// project or another generator may know it. So nothing is said of that; the compiler will.
/// </summary>
internal static class TypeLookup
{
    private const string Global = "global::";

    /// <summary>The type; null for none, or where the name has more than one meaning.</summary>
    public static INamedTypeSymbol? Find(Compilation compilation, string projectNamespace, string name)
    {
        bool isGlobal = name.StartsWith(Global, StringComparison.Ordinal);
        string[] parts = (isGlobal ? name.Substring(Global.Length) : name).Split('.');
        var enclosing = isGlobal ? [compilation.GlobalNamespace] : Enclosing(compilation, projectNamespace);

        // The innermost namespace that knows the first part decides, whatever comes of the others.
        foreach (var outer in enclosing)
        {
            if (outer.GetMembers(parts[0]).OfType<INamespaceOrTypeSymbol>().Any(IsMeant))
                return Inside(outer, parts);
        }

        return null;
    }

    private static INamedTypeSymbol? Inside(INamespaceOrTypeSymbol? container, string[] parts)
    {
        foreach (string part in parts)
        {
            var found = container?.GetMembers(part).OfType<INamespaceOrTypeSymbol>().Where(IsMeant).ToList();
            container = found?.Count == 1 ? found[0] : null;
        }

        return container as INamedTypeSymbol;
    }

    /// <summary>The namespaces around generated code, the innermost first.</summary>
    private static List<INamespaceSymbol> Enclosing(Compilation compilation, string projectNamespace)
    {
        var enclosing = new List<INamespaceSymbol> { compilation.GlobalNamespace };
        foreach (string part in projectNamespace.Split('.'))
        {
            var inner = enclosing[0].GetNamespaceMembers().FirstOrDefault(member => member.Name == part.TrimStart('@'));
            if (inner is null)
                break;
            enclosing.Insert(0, inner);
        }

        return enclosing;
    }

    /// <summary>A file names no type arguments.</summary>
    private static bool IsMeant(INamespaceOrTypeSymbol symbol) => symbol is not INamedTypeSymbol { Arity: > 0 };
}
