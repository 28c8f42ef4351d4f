namespace FanIn.Generator.Pipeline;

/// <summary>What generated files take from their project.</summary>
/// <param name="Namespace">Where their types go.</param>
/// <param name="ToProject">
/// The way from the generator's folder among the build's outputs to the project, with <c>/</c> at its end; empty where the host does not
/// tell. It depends on the project's layout and not on where the project lies.
/// </param>
internal sealed record ProjectNames(string Namespace, string ToProject)
{
    /// <summary>
    /// The path of a file as <c>#line</c> wants it: the compiler takes it from the folder of the generated file, which has the folders of
    /// <see cref="ProjectPath.Hint"/>.
    /// </summary>
    public string LinePath(string relativePath)
    {
        int folders = ToProject.Length == 0 ? 0 : ProjectPath.Hint(relativePath).Count(c => c == '/');
        return string.Concat(Enumerable.Repeat("../", folders)) + ToProject + relativePath;
    }
}
