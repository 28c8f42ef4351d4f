namespace FanIn.Generator.Tests.Hosting;

/// <summary>Experiments that tests start from.</summary>
internal static class Yaml
{
    /// <summary>Of which theory expects that signal and gradient vanish; its layers stand on line 3.</summary>
    public const string Vanishing = """
        input: { batch: 10, features: 10 }
        layers:
          - dense: 10
            repeat: 5
            init: { normal: { std: 0.01 } }
            activation: tanh

        """;

    public const string Clean = """
        experiment: clean
        input: { batch: 8, features: 3, distribution: normal }
        layers:
          - dense: 4
            init: { normal: { std: sqrt(1 / fan_in) } }
            activation: tanh

        """;

    public const string Matrix = """
        experiment: matrix
        input: { batch: 8, features: 3, distribution: normal }
        layers:
          - dense: 4
            name: hidden
            repeat: 2
            init: $init
            activation: $activation
        matrix:
          activation: [sigmoid, relu]
          init:
            std0.01: { normal: { std: 0.01 } }
            he: he_normal

        """;

    /// <summary>An error in its sixth line; everything else can be read.</summary>
    public const string Broken = """
        experiment: broken
        input: { batch: 8, features: 3, distribution: normal }
        layers:
          - dense: 4
            init: normal
            activation: tanhh

        """;

    /// <summary>The types of a user's own that Golden/own-types.yaml names.</summary>
    public const string OwnTypes = """
        #pragma warning disable CS1591
        using System;
        using FanIn.Runtime.Activations;
        using FanIn.Runtime.Initialisation;
        using FanIn.Runtime.Numerics;

        public sealed class Offset(double value) : IInitialiser
        {
            public void Fill(InitialiserContext context, Span<double> rowMajor) => rowMajor.Fill(value);
        }

        namespace MyLab
        {
            public readonly struct Snake(double frequency) : IActivation
            {
                private readonly double _frequency = frequency;

                public TVector Apply<TVector>(TVector x)
                    where TVector : struct, IVector<TVector>
                {
                    var sine = Functions.SinCos(TVector.Constant(_frequency) * x, out _);
                    return x + sine * sine / TVector.Constant(_frequency);
                }

                public TVector Derivative<TVector>(TVector x)
                    where TVector : struct, IVector<TVector>
                {
                    var sine = Functions.SinCos(TVector.Constant(2 * _frequency) * x, out _);
                    return TVector.Constant(1) + sine;
                }
            }

            public sealed class Orthonormal(double gain) : IInitialiser
            {
                public void Fill(InitialiserContext context, Span<double> rowMajor)
                {
                    context.Normals(rowMajor);
                    foreach (ref double value in rowMajor)
                        value *= gain / context.Rows;
                }
            }

            public readonly struct Ring : IInitialiser
            {
                public void Fill(InitialiserContext context, Span<double> rowMajor)
                {
                    for (int i = 0; i < rowMajor.Length; i++)
                        rowMajor[i] = (i / context.Columns) - (0.5 * context.Rows);
                }
            }
        }

        """;
}
