namespace FanIn.Testing.Dangling;

/// <summary>How a call names its snapshot.</summary>
/// <param name="IsKnown">Whether the source says the id; it does not when the id is computed.</param>
/// <param name="Id">The id when it is known; null for the default one.</param>
internal readonly record struct VerifyCall(bool IsKnown, string? Id);

/// <summary>Finds the calls that verify a snapshot.</summary>
internal static class VerifyCalls
{
    private static readonly VerifyCall Unknown = new(IsKnown: false, Id: null);

    /// <summary>Calls of <c>Snapshot.Verify(…)</c>, <c>Verify(…)</c> and of the helpers.</summary>
    /// <param name="body">A method's body.</param>
    /// <param name="helpers">Names of methods that verify for their caller.</param>
    public static List<VerifyCall> Find(ReadOnlySpan<CSharpToken> body, IReadOnlySet<string> helpers)
    {
        var calls = new List<VerifyCall>();
        for (int i = 0; i + 1 < body.Length; i++)
        {
            if (body[i].Kind != CSharpTokenKind.Word || !body[i + 1].IsMark("("))
                continue;

            if (helpers.Contains(body[i].Value))
                calls.Add(Unknown);
            else if (body[i].Value == "Verify" && IsOfSnapshot(body[..i]))
                calls.Add(Call(body[(i + 2)..CSharpBrackets.Close(body, i + 1, "(", ")")]));
        }

        return calls;
    }

    private static bool IsOfSnapshot(ReadOnlySpan<CSharpToken> before) =>
        before is not [.., { Value: "." }] || before is [.., { Value: "Snapshot" }, _];

    private static VerifyCall Call(ReadOnlySpan<CSharpToken> arguments)
    {
        int position = 0;
        for (int start = 0; start < arguments.Length; position++)
        {
            int end = CSharpBrackets.End(arguments, start, ",");
            var argument = arguments[start..end];
            bool isNamed = argument is [{ Kind: CSharpTokenKind.Word }, { Value: ":" }, ..];
            if (isNamed ? argument[0].Value == "id" : position == 1)
                return Literal(isNamed ? argument[2..] : argument);
            start = end + 1;
        }

        return new VerifyCall(IsKnown: true, Id: null);
    }

    private static VerifyCall Literal(ReadOnlySpan<CSharpToken> value) =>
        value is [{ Kind: CSharpTokenKind.Text, Value: var id }] ? new VerifyCall(IsKnown: true, id) : Unknown;
}
