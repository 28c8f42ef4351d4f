using System.Collections.Immutable;
using FanIn.Testing.Files;

namespace FanIn.Testing.Dangling;

/// <summary>The snapshots that a project's sources can make: per source file its methods and how each verifies.</summary>
internal sealed class SnapshotOwners
{
    private readonly Dictionary<string, ImmutableArray<CSharpMethod>> sources;
    private readonly HashSet<string> helpers = new(StringComparer.Ordinal);

    /// <summary>Reads the C# sources below a folder.</summary>
    public SnapshotOwners(string directory)
    {
        sources = SnapshotFolder.Find(directory, IsSource).ToDictionary(path => path, Methods, StringComparer.Ordinal);
        while (AddHelpers() > 0)
        {
        }
    }

    /// <summary>Why no test makes the snapshot; null when one does.</summary>
    /// <param name="files">The snapshot's files.</param>
    /// <param name="variant">The id that a variant of a matrix has by default; null for other snapshots.</param>
    public string? WhyDangling(SnapshotFiles files, string? variant)
    {
        var classes = sources.Keys.Where(path => IsBeside(path, files)).ToList();
        if (classes.Count == 0)
            return "no source file beside it starts its name";

        var calls = classes.SelectMany(path => Calls(path, files.Name[Stem(path).Length..])).ToList();
        if (calls.Count == 0)
            return $"no method of {string.Join(", ", classes.Select(Path.GetFileName))} that calls Snapshot.Verify has its name";

        return calls.Any(call => Makes(call.Call, call.Suffix, variant)) ? null : "its method verifies no snapshot of this id";
    }

    private static bool IsSource(string name) =>
        name.EndsWith(".cs", StringComparison.OrdinalIgnoreCase)
        && SnapshotFiles.FromVerified(name) is null
        && SnapshotFiles.FromReceived(name) is null;

    private static ImmutableArray<CSharpMethod> Methods(string path) =>
        [.. CSharpMethods.Find([.. CSharpTokenizer.Read(File.ReadAllText(path))])];

    // A helper may call another one: repeated until none is new.
    private int AddHelpers()
    {
        var found = sources.Values.SelectMany(methods => methods)
            .Where(method => method.SpeaksForCaller && VerifyCalls.Find(method.Body.Span, helpers).Count > 0)
            .Select(method => method.Name)
            .ToList();
        return found.Count(helpers.Add);
    }

    private static bool IsBeside(string source, SnapshotFiles files) =>
        Path.GetDirectoryName(source) == files.Directory && files.Name.StartsWith(Stem(source), StringComparison.Ordinal);

    private static string Stem(string source) => Path.GetFileNameWithoutExtension(source) + ".";

    // Both a method's name and an id may hold underscores, so that every split is tried.
    private IEnumerable<(VerifyCall Call, string Suffix)> Calls(string source, string rest) =>
        from method in sources[source]
        where rest == method.Name || rest.StartsWith(method.Name + "_", StringComparison.Ordinal)
        let suffix = rest.Length == method.Name.Length ? "" : rest[(method.Name.Length + 1)..]
        from call in VerifyCalls.Find(method.Body.Span, helpers)
        select (call, suffix);

    private static bool Makes(VerifyCall call, string suffix, string? variant) => call switch
    {
        { IsKnown: false } => true,
        { Id: { } id } => suffix == SnapshotName.Sanitise(id),
        _ => suffix == "" || (variant is not null && suffix == SnapshotName.Sanitise(variant)),
    };
}
