using System.Globalization;
using FanIn.Dsl.Diagnostics;
using FanIn.Dsl.Model;
using FanIn.Dsl.Text;

namespace FanIn.Dsl.Formulas;

/// <summary>
/// Recursive descent with Python's precedence, '^' in the place of '**': <c>expression = sum [comparison sum];
/// sum = product {(+|-) product}; product = unary {(*|/) unary}; unary = (+|-) unary | power; power = atom [^ unary]</c>.
/// A condition is no number and a number no condition: <see cref="FormulaKinds"/>.
/// </summary>
internal sealed class FormulaParser
{
    private readonly FormulaLexer _lexer;
    private readonly Dictionary<FormulaNode, int> _offsets = new(new Formula.ByIdentity());
    private readonly List<FormulaError> _errors = [];
    private Token _token;
    private int _nesting;

    private FormulaParser(string text)
    {
        _lexer = new FormulaLexer(text);
        _token = _lexer.Next();
    }

    /// <summary>Parses the text; never throws. The first error of syntax ends it, unknown functions are all found.</summary>
    public static Formula Parse(string text)
    {
        var none = new Dictionary<FormulaNode, int>();
        if (text.Length > Limits.FormulaLength)
            return new Formula(text, null, none, [new FormulaError(
                DiagnosticCatalog.TextLimit, 0, text.Length,
                $"This formula is longer than {Limits.FormulaLength} characters.")]);
        try
        {
            var parser = new FormulaParser(text);
            var tree = parser.Whole();
            return new Formula(text, tree, parser._offsets, parser._errors);
        }
        catch (FormulaSyntaxException e)
        {
            return new Formula(text, null, none, [e.Error]);
        }
    }

    private FormulaNode Whole()
    {
        var tree = Expression();
        if (_token.Kind == TokenKind.End)
        {
            _errors.AddRange(FormulaKinds.Check(tree, node => _offsets[node]));
            return tree;
        }

        throw Unexpected(_token.Text switch
        {
            ")" => "This ')' closes nothing.",
            "," => "A ',' stands between a function's arguments only; a decimal point is '.'.",
            "(" => "An operator is missing before this '('.",
            _ => $"An operator is missing before {Words.Quote(_token.Text)}.",
        });
    }

    private FormulaNode Expression()
    {
        var left = Sum();
        if (!IsComparison(_token))
            return left;
        var comparison = Advance();
        var node = Placed(new ComparisonNode(comparison.Text, left, Sum()), comparison.Offset);
        if (IsComparison(_token))
            throw Unexpected(
                "Comparisons can't be chained: a < x < b is where(a < x, where(x < b, inside, outside), outside).");
        return node;
    }

    private static bool IsComparison(Token token) => token.Text is "<" or "<=" or ">" or ">=" or "==" or "!=";

    private FormulaNode Sum()
    {
        var left = Product();
        while (_token.Text is "+" or "-")
            left = Binary(left, Product);
        return left;
    }

    private FormulaNode Product()
    {
        var left = Unary();
        while (_token.Text is "*" or "/")
            left = Binary(left, Unary);
        return left;
    }

    private FormulaNode Unary()
    {
        if (++_nesting > Limits.FormulaNesting)
            throw new FormulaSyntaxException(new FormulaError(
                DiagnosticCatalog.TextLimit, _token.Offset, Math.Max(1, _token.Text.Length),
                $"This formula is nested more than {Limits.FormulaNesting} deep."));
        FormulaNode node;
        if (_token.Text == "-")
        {
            int offset = Advance().Offset;
            node = Placed(new NegateNode(Unary()), offset);
        }
        else if (_token.Text == "+")
        {
            Advance();
            node = Unary();
        }
        else
        {
            node = Atom();
            if (_token.Text == "^")
                node = Binary(node, Unary);
        }

        _nesting--;
        return node;
    }

    private FormulaNode Binary(FormulaNode left, Func<FormulaNode> operand)
    {
        var op = Advance();
        return Placed(new BinaryNode(op.Text[0], left, operand()), op.Offset);
    }

    private FormulaNode Atom()
    {
        if (_token.Kind == TokenKind.Number)
            return Number(Advance());
        if (_token.Kind == TokenKind.Name)
        {
            var name = Advance();
            return _token.Text == "(" ? Call(name) : Placed(new NameNode(name.Text), name.Offset);
        }

        if (_token.Text == "(")
        {
            var open = Advance();
            var inner = Expression();
            Close(open);
            return inner;
        }

        throw Unexpected(_token.Kind == TokenKind.End
            ? "A number or name is missing at the end of this formula."
            : $"A number or name is missing before {Words.Quote(_token.Text)}.");
    }

    private FormulaNode Number(Token token)
    {
        string lexeme = token.Text.Replace(".e", ".0e").Replace(".E", ".0E");
        lexeme = lexeme.EndsWith(".", StringComparison.Ordinal) ? lexeme + "0" : lexeme;
        if (!double.TryParse(lexeme, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || double.IsInfinity(value))
            throw new FormulaSyntaxException(new FormulaError(
                DiagnosticCatalog.FormulaValue, token.Offset, token.Text.Length,
                $"{Words.Quote(token.Text)} is larger than a float64 can be."));
        return Placed(new NumberNode(value, lexeme), token.Offset);
    }

    private FormulaNode Call(Token name)
    {
        var open = Advance();
        var arguments = new List<FormulaNode>();
        if (_token.Text != ")")
        {
            arguments.Add(Expression());
            while (_token.Text == ",")
            {
                Advance();
                arguments.Add(Expression());
            }
        }

        Close(open);
        CheckCall(name, arguments.Count);
        // min(a, b, c) is min(min(a, b), c): whoever prints or computes a call meets two arguments at most.
        return arguments.Count <= 2 || name.Text is not ("min" or "max")
            ? Placed(new CallNode(name.Text, arguments.ToEquatableArray()), name.Offset)
            : arguments.Aggregate((left, right) => Placed(new CallNode(name.Text, new([left, right])), name.Offset));
    }

    private void CheckCall(Token name, int arguments)
    {
        if (!FormulaFunctions.Exists(name.Text))
        {
            string known = $"{Words.Suggest(name.Text, FormulaFunctions.Names)} Functions: {Words.List(FormulaFunctions.Names)}.";
            Refuse(DiagnosticCatalog.FormulaName, name, $"There is no function {Words.Quote(name.Text)}.{known}");
        }
        else if (FormulaFunctions.Refuses(name.Text, arguments) is { } wanted)
        {
            Refuse(DiagnosticCatalog.FormulaSyntax, name, $"{name.Text} takes {wanted}; found {arguments}.");
        }
    }

    private void Refuse(DiagnosticRule rule, Token token, string message) =>
        _errors.Add(new FormulaError(rule, token.Offset, token.Text.Length, message));

    private void Close(Token open)
    {
        if (_token.Text != ")")
            throw FormulaSyntaxException.At(open.Offset, 1, "This '(' is not closed.");
        Advance();
    }

    private Token Advance()
    {
        var taken = _token;
        _token = _lexer.Next();
        return taken;
    }

    private FormulaSyntaxException Unexpected(string message) => FormulaSyntaxException.At(
        _token.Offset, Math.Max(0, _token.Text.Length),
        message);

    private FormulaNode Placed(FormulaNode node, int offset)
    {
        _offsets[node] = offset;
        return node;
    }
}
