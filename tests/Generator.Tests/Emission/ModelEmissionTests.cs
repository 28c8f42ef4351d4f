using FanIn.Dsl.Model;
using FanIn.Generator.Emission;
using FanIn.Generator.Tests.Hosting;
using Microsoft.CodeAnalysis.CSharp;

namespace FanIn.Generator.Tests.Emission;

public class ModelEmissionTests
{
    [Fact]
    public void First()
    {
        var xavier = Models.Normal(Models.Formula("sqrt(1 / fan_in)", new CallNode("sqrt", Models.List<FormulaNode>(new BinaryNode('/', Models.Node(1), Models.Node(3))))));
        var model = Models.Single("demo", "Demo", Models.Variant([Models.Layer(1, 3, 4, weights: xavier), Models.Layer(2, 4, 2, "identity", bias: Models.Normal())]), "Say <what>.");
        string text = ExperimentEmitter.Emit(model, "Demo", default);
        string fakes = "namespace FanIn.Runtime.Activations; public struct Tanh : IActivation; public struct Identity : IActivation;";
        Compiler.AssertClean(Project.Of().Compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText(text, new(LanguageVersion.CSharp14, Microsoft.CodeAnalysis.DocumentationMode.Diagnose)), CSharpSyntaxTree.ParseText(fakes)));
    }
}
