using FanIn.Dsl.Model;
using FanIn.Generator.Writing;

namespace FanIn.Generator.Emission;

/// <summary>The method Draw: input, then each layer's weights, then its bias, or its mask. Last comes the gradient from above. The order is part of the language.</summary>
internal static class DrawEmitter
{
    /// <summary>Writes the method.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Draw()");
        using var body = writer.Braces();
        var statements = new List<SourceWriter.Statement> { new("RestartStream();", ""), Draw("Input", variant.Input.Distribution) };
        foreach (var layer in variant.Layers)
        {
            if (Use(layer) is { } use)
                statements.Add(use);
            if (layer is DropoutLayer dropout)
                statements.Add(Draw(dropout));
            if (layer is not DenseLayer dense)
                continue;
            statements.Add(Draw($"{layer.PropertyName}.Weights", dense.Weights));
            if (dense.Bias is not null)
                statements.Add(Draw($"{layer.PropertyName}.Bias", dense.Bias));
        }

        if (variant.Upstream is not null)
            statements.Add(Draw("Upstream", variant.Upstream));
        writer.Statements(statements);
    }

    private static SourceWriter.Statement Draw(DropoutLayer layer) => new(
        $"{layer.PropertyName}.DrawMask(keep: {FormulaPrinter.Print(layer.Keep)});", Escape.Comment(FormulaPrinter.Remark(layer.Keep)));

    /// <summary>A layer's number that depends on a parameter is given anew with each draw.</summary>
    private static SourceWriter.Statement? Use(Layer layer) => layer switch
    {
        DenseLayer dense => Use(layer, dense.Activation),
        ActivationLayer own => Use(layer, own.Activation),
        NormLayer norm => Use(layer, "epsilon", norm.Epsilon),
        ResidualLayer residual => Use(layer, "scale", residual.Scale),
        _ => null,
    };

    private static SourceWriter.Statement? Use(Layer layer, Activation activation) =>
        activation.Arguments.Any(argument => FormulaPrinter.UsesParameters(argument.Value.Tree))
            ? new($"{layer.PropertyName}.Use({ConstructorEmitter.Activation(activation)});", Escape.Comment(activation.Written))
            : null;

    private static SourceWriter.Statement? Use(Layer layer, string name, BoundFormula number) =>
        FormulaPrinter.UsesParameters(number.Tree)
            ? new($"{layer.PropertyName}.Use({name}: {FormulaPrinter.Print(number)});", Escape.Comment(FormulaPrinter.Remark(number)))
            : null;

    private static SourceWriter.Statement Draw(string tensor, Initialiser initialiser)
    {
        var arguments = initialiser.Arguments.Select(a => $"{a.Name}: {FormulaPrinter.Print(a.Value)}");
        return new($"{tensor}.Draw{initialiser.Kind}({string.Join(", ", arguments)});", Escape.Comment(Remark(initialiser)));
    }

    /// <summary>What the numbers alone do not say: the initialiser where it is more than a distribution, and the formulas.</summary>
    private static string Remark(Initialiser initialiser)
    {
        bool isPlain = initialiser.Name == initialiser.Kind.ToString().ToLowerInvariant();
        var formulas = initialiser.Arguments.Select(a => FormulaPrinter.Remark(a.Value)).Where(remark => remark.Length > 0);
        return string.Join(": ", new[] { isPlain ? "" : initialiser.Written, string.Join(", ", formulas) }.Where(part => part.Length > 0));
    }
}
