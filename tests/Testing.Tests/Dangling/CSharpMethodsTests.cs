using FanIn.Testing.Dangling;

namespace FanIn.Testing.Tests.Dangling;

public sealed class CSharpMethodsTests
{
    [Theory]
    [InlineData("void M() { }")]
    [InlineData("public static async Task<List<int>> M(int a = (1), string b = \")\") { }")]
    [InlineData("int[] M() => [1];")]
    [InlineData("(int, int) M() => (1, 2);")]
    [InlineData("string? M<T>(T t) where T : class, new() => null;")]
    [InlineData("[Fact(Skip = \"x\")] public void M()\n#if DEBUG\n{\n#endif\n}")]
    [InlineData("void M() { var s = $\"{(a ? \"}\" : \"{\")} {{ {x:0}\"; }")]
    [InlineData("void M() { var s = \"\"\"a \" { \"\" b\"\"\"; var t = @\"\\\"; var c = '{'; var d = '\\''; }")]
    public void A_method_is_found(string source) => Assert.Equal(["M"], Names(source));

    [Theory]
    [InlineData("class A { public A() { } public A(int a) => b = a; }")]
    [InlineData("class A(int b) { int c = b; }")]
    [InlineData("void Abstract();")]
    [InlineData("// void M() { }")]
    [InlineData("/* void M() { } */")]
    [InlineData("const string S = \"void M() { }\";")]
    [InlineData("var s = \"\"\"\nvoid M() { }\n\"\"\";")]
    [InlineData("x = $\"{a} void M() {{ }}\";")]
    [InlineData("if (a) { } while (b) { } return new B(c) { D = 1 };")]
    [InlineData("x = y switch { B(1) => 2, _ => 3 };")]
    [InlineData("f = (a) => b; g = async (c) => { };")]
    public void What_is_none_is_not(string source) => Assert.Empty(Names(source));

    [Fact]
    public void Each_has_its_own_body()
    {
        var methods = Find("class A { int B() => C(d); void D(int e) { { F(); } } int G() => h; }");

        Assert.Equal(
            ["B: => C ( d )", "D: { { F ( ) ; }", "G: => h"],
            methods.Select(method => $"{method.Name}: {string.Join(' ', method.Body.ToArray().Select(token => token.Value))}"));
    }

    [Fact]
    public void No_text_makes_it_throw_or_hang()
    {
        const string Source = "class A { [B(\"c\")] void M<T>(int a = '\\'') { var s = $@\"{x(\"\"\"y\"\"\")}\"; /* */ } // end\n}";
        for (int at = 0; at < Source.Length; at++)
        {
            _ = Names(Source[..at]);
            _ = Names(Source[at..]);
            _ = Names(Source.Remove(at, 1));
        }

        Assert.Equal(["M"], Names(Source));
    }

    private static IEnumerable<CSharpMethod> Find(string source) => CSharpMethods.Find([.. CSharpTokenizer.Read(source)]);

    private static IEnumerable<string> Names(string source) => Find(source).Select(method => method.Name).ToList();
}
