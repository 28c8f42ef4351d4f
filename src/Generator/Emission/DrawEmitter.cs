using FanIn.Dsl.Formulas;
using FanIn.Dsl.Model;
using FanIn.Generator.Writing;
using FormulaPrinter = FanIn.Generator.Writing.FormulaPrinter;

namespace FanIn.Generator.Emission;

/// <summary>
/// The method Draw: input, then each layer's weights, then its bias, or its mask. Last comes the gradient from above. The order is part of
/// the language. A training, which draws nothing here, begins before the layers: some of them look at its data.
/// </summary>
internal static class DrawEmitter
{
    /// <summary>Writes the method.</summary>
    public static void Write(SourceWriter writer, Variant variant)
    {
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override void Draw()");
        using var body = writer.Braces();
        List<SourceWriter.Statement> statements = [new("RestartStream();", ""), .. TrainingEmitter.Begin(variant)];
        if (variant.Input.Distribution is { } distribution)
            AddTensor("Input", distribution);
        int lastCalibrated = variant.Layers.ToList().FindLastIndex(layer => layer is DenseLayer { Weights.Calibration: not null });
        for (int i = 0; i < variant.Layers.Count; i++)
        {
            var layer = variant.Layers[i];
            if (Use(layer) is { } use)
                Add(use, layer.Activation()?.Own);
            if (layer is DropoutLayer dropout)
                statements.Add(Draw(dropout));
            if (layer is DenseLayer dense)
                AddDense(dense);
            if (i < lastCalibrated)
                statements.Add(new($"ForEachBlock({layer.PropertyName});", "later layers look at it"));
        }

        if (variant.Upstream is not null)
            AddTensor("Upstream", variant.Upstream);
        writer.Statements(statements);

        void AddDense(DenseLayer dense)
        {
            AddTensor($"{dense.PropertyName}.Weights", dense.Weights);
            if (dense.Bias is not null)
                AddTensor($"{dense.PropertyName}.Bias", dense.Bias);
            if (dense.Weights.Calibration is { } calibration)
                statements.Add(Calibrate(dense, calibration));
        }

        void AddTensor(string tensor, Initialiser initialiser)
        {
            if (initialiser.Own is null)
                Add(Draw(tensor, initialiser), null);
            else
                Add(new($"{tensor}.Draw({OwnTypes.New(initialiser.Name, initialiser.Arguments)});", ""), initialiser.Own);
        }

        void Add(SourceWriter.Statement statement, SourcePlace? place)
        {
            if (place is null)
            {
                statements.Add(statement);
                return;
            }

            writer.Statements(statements);
            statements.Clear();
            writer.LineAt(place, statement.Code);
        }
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
        activation.Arguments.Any(argument => FormulaParameters.UsesParameters(argument.Value.Tree))
            ? new($"{layer.PropertyName}.Use({ConstructorEmitter.Activation(activation)});", Escape.Comment(activation.Written))
            : null;

    private static SourceWriter.Statement? Use(Layer layer, string name, BoundFormula number) =>
        FormulaParameters.UsesParameters(number.Tree)
            ? new($"{layer.PropertyName}.Use({name}: {FormulaPrinter.Print(number)});", Escape.Comment(FormulaPrinter.Remark(number)))
            : null;

    private static SourceWriter.Statement Draw(string tensor, Initialiser initialiser) => new(
        $"{tensor}.Draw{initialiser.Kind}({Arguments(initialiser.Arguments, initialiser.Switches)});",
        Escape.Comment(Remark(initialiser)));

    private static SourceWriter.Statement Calibrate(DenseLayer layer, Calibration calibration)
    {
        string arguments = Arguments(calibration.Arguments, calibration.Switches);
        return new($"{calibration.Method}({layer.PropertyName}, {arguments});", Escape.Comment(layer.Weights.Written));
    }

    private static string Arguments(IEnumerable<Argument> numbers, IEnumerable<Switch> switches) => string.Join(", ", [
        .. numbers.Select(a => $"{a.Name}: {FormulaPrinter.Print(a.Value)}"),
        .. switches.Select(s => $"{s.Name}: {(s.IsOn ? "true" : "false")}"),
    ]);

    /// <summary>What the numbers alone do not say: the initialiser where it is more than a distribution, and the formulas.</summary>
    private static string Remark(Initialiser initialiser)
    {
        bool isPlain = initialiser.Name == initialiser.Kind.ToString().ToLowerInvariant();
        var formulas = initialiser.Arguments.Select(a => FormulaPrinter.Remark(a.Value)).Where(remark => remark.Length > 0);
        return string.Join(": ", new[] { isPlain ? "" : initialiser.Written, string.Join(", ", formulas) }.Where(part => part.Length > 0));
    }
}
