using FanIn.Dsl.Model;

namespace FanIn.Dsl.Vocabulary;

/// <summary>Matrices whose elements depend on each other.</summary>
internal static partial class Initialisers
{
    private static readonly ParameterEntry MatrixGain = Number("gain", "1", "Factor of the matrix.");

    private static IEnumerable<InitialiserEntry> Matrices() =>
    [
        new(
            "orthogonal",
            Names(),
            Takes(MatrixGain),
            _ => Matrix(InitialiserKind.Orthogonal),
            "Orthonormal columns, or rows where they are fewer, times gain; uniformly distributed (Haar).")
        {
            Place = InitialiserPlace.Weights,
            Source = "Saxe et al. 2014; QR with the signs of R's diagonal: Mezzadri 2007, eq. 5.12.",
            Elsewhere =
                "torch orthogonal_, Keras Orthogonal, JAX orthogonal. MXNet's Orthogonal starts from a uniform, has no correction of "
                + "signs and a gain of 1.414.",
        },
        new(
            "identity",
            Names("eye"),
            Takes(MatrixGain),
            _ => new(InitialiserKind.Identity, new([new("gain", "gain"), new("groups", "1")])) { Reported = new("gain", "gain") },
            "gain on the diagonal, 0 elsewhere: uneven widths cut it, or fill it up with zeros.")
        {
            Place = InitialiserPlace.Weights,
            Elsewhere = "torch eye_, Keras Identity (which wants two dimensions).",
        },
        new(
            "dirac",
            Names(),
            Takes(
                MatrixGain,
                AtLeast(1, "groups", "1", "How often the first inputs are repeated; must divide fan_out.") with { IsFixed = true }),
            _ => new(InitialiserKind.Identity, new([new("gain", "gain"), new("groups", "groups")])) { Reported = new("gain", "gain") },
            "The identity for uneven widths: each of groups blocks of units repeats the first inputs.")
        {
            Place = InitialiserPlace.Weights,
            Elsewhere = "torch dirac_, of whose kernels a dense layer has one tap; TorchSharp's has no groups.",
        },
        new(
            "sparse",
            Names(),
            Takes(
                new ParameterEntry(
                    "sparsity", null, 0, "Share of zeros among the weights of each input, rounded up to whole weights.") { Maximum = 1 },
                AtLeast(0, "std", "0.01", "Standard deviation of the others.")),
            _ => new(InitialiserKind.Sparse, new([new("sparsity", "sparsity"), new("std", "std")])) { Reported = new("std", "std") },
            "Normal, but in each row of W the elements with the smallest of as many uniforms are 0.")
        {
            Place = InitialiserPlace.Weights,
            Source = "Martens 2010, Deep learning via Hessian-free optimization.",
            Elsewhere = "torch sparse_: its columns are the inputs, our rows.",
        },
        new(
            "looks_linear",
            Names(),
            Takes(MatrixGain),
            choice => Matrix(InitialiserKind.LooksLinear) with
            {
                Switches = new([new("pairInputs", !choice.IsFirst), new("pairOutputs", !choice.IsLast)]),
            },
            "Blocks [A −A] of an orthogonal A: layers of ReLUs compute a linear function until they are trained.")
        {
            Place = InitialiserPlace.Weights,
            Source = "Balduzzi et al. 2017, The Shattered Gradients Problem, §4. First layer [A −A], last [A; −A], between both.",
        },
    ];

    private static InitialiserPlan Matrix(InitialiserKind kind) =>
        new(kind, new([new("gain", "gain")])) { Reported = new("gain", "gain") };
}
