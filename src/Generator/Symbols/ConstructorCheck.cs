using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;
using Microsoft.CodeAnalysis;
using Diagnostic = FanIn.Dsl.Diagnostics.Diagnostic;

namespace FanIn.Generator.Symbols;

/// <summary>Whether a constructor of a user's type takes what the file gives it, said as of the types that the language has.</summary>
internal sealed class ConstructorCheck(Compilation compilation, string path)
{
    private readonly ITypeSymbol _number = compilation.GetSpecialType(SpecialType.System_Double);

    /// <summary>What is wrong with the numbers; nothing where a constructor takes them.</summary>
    public IReadOnlyList<Diagnostic> Check(OwnTypeUse use, INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors
            .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, compilation.Assembly)).ToList();
        if (constructors.Any(constructor => Takes(constructor, use)))
            return [];
        var known = constructors.SelectMany(constructor => constructor.Parameters).Select(parameter => parameter.Name).Distinct().ToList();
        var unknown = use.Numbers.Where(number => !known.Contains(number.Name)).ToList();
        if (unknown.Count > 0)
            return [.. unknown.Select(number => Unknown(use, number, known))];
        return [Nearest(constructors, use) is { } nearest ? Fault(nearest, use) : OfNone(use)];
    }

    private bool Takes(IMethodSymbol constructor, OwnTypeUse use) =>
        HasAll(constructor, use) && Missing(constructor, use).Count == 0
            && constructor.Parameters.All(parameter => TakesNumber(parameter, use));

    private static bool HasAll(IMethodSymbol constructor, OwnTypeUse use) =>
        use.Numbers.All(number => constructor.Parameters.Any(parameter => parameter.Name == number.Name));

    private static List<IParameterSymbol> Missing(IMethodSymbol constructor, OwnTypeUse use) =>
        [.. constructor.Parameters.Where(parameter => !parameter.IsOptional && !parameter.IsParams && !IsGiven(parameter, use))];

    private bool TakesNumber(IParameterSymbol parameter, OwnTypeUse use) =>
        !IsGiven(parameter, use) || compilation.ClassifyCommonConversion(_number, parameter.Type).IsImplicit;

    private static bool IsGiven(IParameterSymbol parameter, OwnTypeUse use) => use.Numbers.Any(number => number.Name == parameter.Name);

    /// <summary>Of those that know all that is given, the one that misses least.</summary>
    private static IMethodSymbol? Nearest(List<IMethodSymbol> constructors, OwnTypeUse use) =>
        constructors.Where(constructor => HasAll(constructor, use))
            .OrderBy(constructor => Missing(constructor, use).Count).FirstOrDefault();

    private Diagnostic Unknown(OwnTypeUse use, OwnTypeNumber number, List<string> known)
    {
        string nearest = NearestName.Find(number.Name, known) is { } near ? $" Did you mean '{near}'?" : "";
        string allowed = known.Count == 0 ? "It takes no numbers." : $"It takes: {string.Join(", ", known)}.";
        return new(
            DiagnosticCatalog.UnknownKey.Id, Severity.Error, path, number.Range,
            $"'{use.Name}' has no number '{number.Name}'.{nearest} {allowed}");
    }

    private Diagnostic Fault(IMethodSymbol nearest, OwnTypeUse use)
    {
        var missing = Missing(nearest, use);
        if (missing.Count > 0)
            return new(
                DiagnosticCatalog.MissingKey.Id, Severity.Error, path, use.Range,
                $"'{use.Name}' needs the number{(missing.Count > 1 ? "s" : "")} "
                + $"{string.Join(", ", missing.Select(parameter => $"'{parameter.Name}'"))}, as its constructor does.");
        var wrong = nearest.Parameters.First(parameter => !TakesNumber(parameter, use));
        return TypeCheck.Unsuitable(
            path, use.Numbers.First(number => number.Name == wrong.Name).Range,
            $"'{use.Name}' takes '{wrong.Name}' as {wrong.Type.ToDisplayString()}; a file's numbers are of type double.");
    }

    private Diagnostic OfNone(OwnTypeUse use) => TypeCheck.Unsuitable(
        path, use.Range,
        use.Numbers.Count == 0
            ? $"'{use.Name}' has no constructor that can be called."
            : $"'{use.Name}' has no constructor that takes {string.Join(", ", use.Numbers.Select(number => number.Name))} together.");
}
