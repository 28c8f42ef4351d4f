using System.Globalization;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Generator.Tests.Hosting;

/// <summary>Models made by hand, for tests of the emitters alone.</summary>
internal static class Models
{
    public static Experiment Single(string name, string className, Variant variant) =>
        new(name, className, "", name + ".yaml", new string('0', 64), false, List(variant with { Id = name, ClassName = className }));

    public static Variant Variant(IEnumerable<DenseLayer> layers, Input? input = null) => new(
        "demo", "", "Demo", Seed.Zero, "philox", "float64", input ?? new(8, 3, Normal()), layers.ToEquatableArray<Layer>(), true,
        new(30, new(Number(0), Number(1))), null, null, EquatableArray<Expectation>.Empty, null);

    public static Initialiser Normal(BoundFormula? std = null) => new(
        "normal", InitialiserKind.Normal, std is null ? "normal" : $"normal {{ std: {std.Written} }}",
        List(new Argument("mean", Number(0)), new Argument("std", std ?? Number(1))));

    public static BoundFormula Number(double value)
    {
        string lexeme = value.ToString("R", CultureInfo.InvariantCulture);
        return new(lexeme, new NumberNode(value, lexeme), value);
    }

    public static BoundFormula Formula(string written, FormulaNode tree) => new(written, tree, 0);

    public static NumberNode Node(double value) => (NumberNode)Number(value).Tree;

    public static EquatableArray<T> List<T>(params T[] items)
        where T : IEquatable<T> => items.ToEquatableArray();
}
