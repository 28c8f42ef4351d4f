using System.Globalization;
using System.Text;

namespace FanIn.Generator.Pipeline;

/// <summary>Paths as generated code may show them: the same in whichever folder the project lies.</summary>
internal static class ProjectPath
{
    /// <summary>The path relative to the project, with <c>/</c>; the bare file name where there is none (another drive).</summary>
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

    /// <summary>The way from the generator's folder in a folder of outputs to the project: <c>../../../../../</c>.</summary>
    public static string ToProject(string output, string projectDirectory)
    {
        bool isRooted = output[0] is '/' or '\\' || output.IndexOf(':') == 1;
        string folder = $"{(isRooted ? "" : projectDirectory + "/")}{output}/FanIn.Generator/{typeof(ExperimentGenerator).FullName}";
        const string AnyFile = "file";
        string path = Relative($"{projectDirectory}/{AnyFile}", folder);
        return path.Substring(0, path.Length - AnyFile.Length);
    }

    /// <summary>
    /// The name under which the compiler keeps a generated file. The compiler refuses most signs, parent folders and dots at some
    /// places in it; they are spelt out, so that two paths keep two names.
    /// </summary>
    public static string Hint(string relativePath) =>
        string.Join("/", relativePath.Split('/').Select(segment => segment == ".." ? "(up)" : Spell(segment))) + ".g.cs";

    private static string Spell(string segment)
    {
        var hint = new StringBuilder();
        for (int i = 0; i < segment.Length; i++)
        {
            if (IsPlain(segment, i) || (segment[i] == '.' && IsPlain(segment, i - 1) && IsPlain(segment, i + 1)))
                hint.Append(segment[i]);
            else
                hint.Append('(').Append(((int)segment[i]).ToString("x4", CultureInfo.InvariantCulture)).Append(')');
        }

        return hint.ToString();
    }

    private static bool IsPlain(string segment, int i) => i >= 0 && i < segment.Length
        && segment[i] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-';

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
