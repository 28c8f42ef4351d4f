using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;

namespace FanIn.Generator.Tests.Hosting;

/// <summary>Compiles a project with what was generated for it.</summary>
internal static class Compiler
{
    /// <summary>Fails with everything that the compiler complains about, warnings included, and a listing of the code.</summary>
    public static void AssertClean(Compilation compilation)
    {
        var complaints = compilation.GetDiagnostics()
            .Where(d => d.Severity >= DiagnosticSeverity.Warning).Select(d => d.ToString()).ToList();
        Assert.True(complaints.Count == 0, string.Join('\n', complaints.Concat(Listing(compilation))));
    }

    /// <summary>Loads the compiled project and hands it to a test; afterwards it can be unloaded.</summary>
    public static void Run(Compilation compilation, Action<Assembly> test)
    {
        AssertClean(compilation);
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        image.Position = 0;
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        try
        {
            test(context.LoadFromStream(image));
        }
        finally
        {
            context.Unload();
        }
    }

    private static IEnumerable<string> Listing(Compilation compilation) =>
        compilation.SyntaxTrees.SelectMany(tree => tree.GetText().Lines.Select(line => $"{line.LineNumber + 1,4}  {line}"));
}
