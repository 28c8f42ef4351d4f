using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Text;
using FanIn.Dsl.Yaml;

namespace FanIn.Dsl.Binding;

/// <summary>What the experiment is called, and where the file says so; (0,0) when the name is the file's.</summary>
internal sealed record ExperimentName(string Name, string ClassName, TextRange Range)
{
    /// <summary>Reads it; null, and reported, when there is no usable name.</summary>
    public static ExperimentName? Read(YamlNode? node, string path, DiagnosticBag bag)
    {
        if (node is YamlInvalid)
            return null;
        if (node is not (null or YamlScalar { IsEmpty: false }))
        {
            bag.Add(DiagnosticCatalog.WrongShape, node.Range, $"experiment must be a name; found {node.Kind}.");
            return null;
        }

        string name = node is YamlScalar scalar ? scalar.Value : FileName(path);
        var range = node?.Range ?? default;
        if (!NameRule.Check(name, node is null ? "an experiment's name, and the file is named so" : "an experiment's name", range, bag))
            return null;
        string className = CSharpName.From(name);
        if (!CSharpName.ReservedClasses.Contains(className) && !CSharpName.ReservedMembers.Contains(className))
            return new ExperimentName(name, className, range);
        bag.Add(
            DiagnosticCatalog.CSharpClash, range,
            $"The experiment {Words.Quote(name)} would become the C# class {className}, a name that is taken. Give it another name.");
        return null;
    }

    private static string FileName(string path)
    {
        string file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        int dot = file.LastIndexOf('.');
        return dot > 0 ? file.Substring(0, dot) : file;
    }
}
