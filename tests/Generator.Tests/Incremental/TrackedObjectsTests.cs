using System.Collections;
using System.Reflection;
using FanIn.Generator.Tests.Hosting;

namespace FanIn.Generator.Tests.Incremental;

/// <summary>Nothing of the compiler is kept between runs: it would keep whole compilations alive and compare unequal each time.</summary>
public class TrackedObjectsTests
{
    private const BindingFlags OwnFields =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly Project Sample = Make();

    public static TheoryData<string> Names => new(typeof(StepNames).GetFields().Select(step => (string)step.GetValue(null)!));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_step_is_tracked(string step) => Assert.Contains(step, Sample.Result.TrackedSteps.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void No_step_holds_an_object_of_the_compiler(string step)
    {
        var visited = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var values = Values(Sample, step);
        Assert.NotEmpty(values);
        foreach (object value in values)
            Walk(value, step, visited);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_steps_values_are_equal_when_their_parts_are(string step)
    {
        Assert.Equal(Values(Sample, step), Values(Make(), step));
    }

    [Fact]
    public void The_walk_finds_what_it_looks_for()
    {
        var nested = new { List = new List<object> { (1, new TestFile("a", "b")) } };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Walk(nested, "here", new(ReferenceEqualityComparer.Instance)));
    }

    private static Project Make() => Project.Of(
        new TestFile(Project.Directory + "experiments/matrix.yaml", Yaml.Matrix),
        new TestFile(Project.Directory + "experiments/broken.yaml", Yaml.Broken),
        new TestFile(Project.Directory + "experiments/own.yaml", Yaml.Clean.Replace("tanh", "MyLab.Ring"))).WithCode(Yaml.OwnTypes);

    private static List<object> Values(Project project, string step) =>
        [.. project.Result.TrackedSteps[step].SelectMany(s => s.Outputs).Select(output => output.Value)];

    private static void Walk(object? value, string path, HashSet<object> visited)
    {
        if (value is null || value is string || value.GetType().IsPrimitive || value is Enum || !visited.Add(value))
            return;

        for (var type = value.GetType(); type is not null; type = type.BaseType)
        {
            string assembly = type.Assembly.GetName().Name!;
            Assert.False(assembly.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal), $"{path} holds a {value.GetType()}");
            foreach (var field in type.GetFields(OwnFields))
                Walk(field.GetValue(value), $"{path}.{field.Name}", visited);
        }

        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Walk(item, path + "[]", visited);
        }
    }
}
