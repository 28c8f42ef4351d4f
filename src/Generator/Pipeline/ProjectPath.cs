using System.Globalization;
using System.Text;

namespace FanIn.Generator.Pipeline;

/// <summary>Paths as generated code may show them: the same in whichever folder the project lies.</summary>
internal static class ProjectPath
{
    private const string AllowedInHints = ".,-+_/";

    /// <summary>The path relative to the project, with <c>/</c>; the bare file name where no relative path exists (another drive).</summary>
    public static string Relative(string path, string projectDirectory)
    {
        string[] file = Segments(path);
        string[] project = Segments(projectDirectory);
        int common = 0;
        while (common < project.Length && common < file.Length - 1 && project[common] == file[common])
            common++;

        bool otherDrive = common == 0 && file[0].EndsWith(":", StringComparison.Ordinal);
        if (projectDirectory.Length == 0 || otherDrive)
            return file[file.Length - 1];
        return string.Join("/", Enumerable.Repeat("..", project.Length - common).Concat(file.Skip(common)));
    }

    /// <summary>
    /// The name under which the compiler keeps a generated file. The compiler refuses most signs and parent folders in it;
    /// they are spelt out, so that two paths keep two names.
    /// </summary>
    public static string Hint(string relativePath)
    {
        var hint = new StringBuilder();
        foreach (char c in string.Join("/", relativePath.Split('/').Select(segment => segment == ".." ? "(up)" : segment)))
        {
            if (c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || AllowedInHints.Contains(c))
                hint.Append(c);
            else
                hint.Append('(').Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)).Append(')');
        }

        return hint.Append(".g.cs").ToString();
    }

    private static string[] Segments(string path)
    {
        var segments = new List<string>();
        foreach (string segment in path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (segment == ".." && segments.Count > 0)
                segments.RemoveAt(segments.Count - 1);
            else if (segment != ".")
                segments.Add(segment);
        }

        return [.. segments];
    }
}
