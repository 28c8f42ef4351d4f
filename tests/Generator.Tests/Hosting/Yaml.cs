namespace FanIn.Generator.Tests.Hosting;

/// <summary>Experiments that tests start from.</summary>
internal static class Yaml
{
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
}
