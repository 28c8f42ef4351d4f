using System.Runtime.CompilerServices;
using FanIn.Runtime.Results;
using FanIn.Testing.Dangling;
using FanIn.Testing.Files;
using FanIn.Testing.Text;
using FanIn.Testing.Verification;

namespace FanIn.Testing;

/// <summary>
/// Approves what a test got, from any test framework: <c>await Snapshot.Verify(result)</c>.
/// Files stand beside the test's source file: <c>TestClassFile.Method[_id].verified.txt</c>. docs/snapshots.md tells the rest.
/// </summary>
public static class Snapshot
{
    /// <summary>Compares a result, written as <see cref="SnapshotText"/>, with the approved one.</summary>
    /// <param name="result">What the experiment gave.</param>
    /// <param name="id">
    /// Tells several snapshots of one method apart. Default: the experiment's id for a variant of a matrix, none otherwise;
    /// <c>""</c> for none.
    /// </param>
    /// <param name="settings">Default: what the environment asks for.</param>
    /// <param name="sourceFile">The test's source file; the compiler gives it.</param>
    /// <param name="method">The test's method; the compiler gives it.</param>
    /// <returns>A task that is done: failures are thrown at once, so that a forgotten <c>await</c> hides none.</returns>
    /// <exception cref="SnapshotException">Nothing was approved, or something else.</exception>
    /// <exception cref="InvalidOperationException">This test run has verified a snapshot of that name before.</exception>
    public static Task Verify(
        ExperimentResult result,
        string? id = null,
        SnapshotSettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        var definition = result.Definition;
        var variant = definition.Label.Length > 0 ? definition.Id : null;
        return Verify(SnapshotText.Write(result), id ?? variant, "txt", settings, sourceFile, method);
    }

    /// <summary>Compares a text with the approved one.</summary>
    /// <param name="text">What the test got; CRLF counts as LF.</param>
    /// <param name="id">Tells several snapshots of one method apart; none by default.</param>
    /// <param name="extension">Of the files, without dot: <c>txt</c>, <c>svg</c>, <c>cs</c>.</param>
    /// <param name="settings">Default: what the environment asks for.</param>
    /// <param name="sourceFile">The test's source file; the compiler gives it.</param>
    /// <param name="method">The test's method; the compiler gives it.</param>
    /// <returns>A task that is done: failures are thrown at once, so that a forgotten <c>await</c> hides none.</returns>
    /// <exception cref="SnapshotException">Nothing was approved, or something else.</exception>
    /// <exception cref="InvalidOperationException">This test run has verified a snapshot of that name before.</exception>
    public static Task Verify(
        string text,
        string? id = null,
        string extension = "txt",
        SnapshotSettings? settings = null,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string method = "")
    {
        new SnapshotVerifier(settings ?? SnapshotSettings.Default).Verify(SnapshotFiles.ForTest(sourceFile, method, id, extension), text);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Fails when a verified file of the test project belongs to no test: make it a test of its own.
    /// <see cref="DanglingSnapshots"/> tells the rule.
    /// </summary>
    /// <param name="experiments">
    /// Ids of the experiments that exist, from <c>ExperimentCatalog.All</c>: then snapshots of experiments that are gone are found as well.
    /// </param>
    /// <param name="sourceFile">The test's source file; the project is the nearest folder above it with a <c>.csproj</c>.</param>
    /// <exception cref="SnapshotException">Some belong to none; the message lists them.</exception>
    /// <exception cref="DirectoryNotFoundException">No folder above the source file has a project.</exception>
    public static void CheckDangling(IEnumerable<string>? experiments = null, [CallerFilePath] string sourceFile = "")
    {
        var project = TestProject.DirectoryOf(SourcePath.Resolve(sourceFile));
        var dangling = DanglingSnapshots.Find(project, experiments);
        if (dangling.Count > 0)
            throw new SnapshotException(SnapshotMessage.Delete(project, dangling));
    }
}
