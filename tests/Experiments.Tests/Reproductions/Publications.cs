namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>The publications of docs/reproductions.md, in its order.</summary>
public static class Publications
{
    public static IReadOnlyList<Publication> All { get; } =
    [
        new("Saitoh 2016", "the chapter's twelve networks")
        {
            Text =
                """
                Deep Learning from Scratch (ゼロから作る Deep Learning), chapter 6, `ch06/weight_init_activation_histogram.py`: five layers
                of 100 units under four initialisations. The script draws the input and then each layer's weights with `randn`, sets no
                seed, and the book prints pictures. With `np.random.seed(0)` and `(42)` before it every bin of its 30 over [0, 1] holds what
                `np.histogram` counts. The book shows its ReLU figures behind `xlim` and `ylim`; ours say what these hide.
                """,
            Experiment = "chapter",
            HasExpectations = false,
            Numbers = () => [Chapter.Histograms(0), Chapter.Histograms(42)],
            Figures = ["chapter"],
        },
        new("Saitoh 2016, training", "std 0.01 does not learn, He learns fastest")
        {
            Text =
                """
                The same chapter, `ch06/weight_init_compare.py`: ReLU through 4 hidden layers of 100 and an output layer, 2000 steps of gradient
                descent with batches of 128 and learning rate 0.01, from std 0.01, Xavier and He in every layer. The book draws the losses on MNIST
                and prints no numbers: std 0.01 stays where it starts, He is the fastest. Here on 8 × 8 digits, where log 10 = 2.303 is the loss
                of knowing nothing.
                """,
            Experiment = "book-training",
            Figures = ["book-training#loss"],
        },
        new("CS231n 2017", "mean and std of ten layers: tanh dies, ReLU lives") { Experiment = "cs231n-2017", Figures = ["cs231n-2017"] },
        new("Géron 2019", "a thousand layers of SELU") { Experiment = "geron-2019", Figures = ["geron-2019#depth"] },
        new("Glorot and Bengio 2010", "activations, gradients and weights' gradients, figures 6 to 8")
        {
            Experiment = "glorot-2010",
            Figures = ["glorot-2010/standard", "glorot-2010/normalised"],
        },
        new("He et al. 2015", "the factor 2, and what 0.01 and Xavier lose")
        {
            Text =
                """
                Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification, §2.2. ReLU halves the power, so
                the weights must give it back: ½ n Var w = 1. The table has what the paper computes for ten convolutions of 3 × 3 (model B
                of VGG) with 64 to 512 filters. `deep-relu` shows the same with thirty layers.
                """,
            Experiment = "deep-relu",
            HasExpectations = false,
            Numbers = RectifierTheory.He,
            Figures = ["deep-relu/he#depth", "deep-relu/xavier#depth"],
        },
        new("Klambauer et al. 2017", "SELU's fixed point and its Jacobian")
        {
            Text =
                """
                Self-Normalizing Neural Networks, §2 and theorem 1: with weights of mean 0 and variance 1 / fan_in the map of mean and
                variance (μ, ν) from one layer to the next has the fixed point (0, 1), and it is attracting.
                """,
            Experiment = "self-normalising",
            HasExpectations = false,
            Numbers = RectifierTheory.Klambauer,
            Figures = ["self-normalising"],
        },
        new("Poole et al. 2016", "order and chaos of tanh networks")
        {
            Experiment = "poole-2016",
            Numbers = MeanFieldTheory.Poole,
            Figures = ["poole-2016"],
        },
        new("Schoenholz et al. 2017", "how deep information travels")
        {
            Text =
                """
                Deep Information Propagation, §3 and figures 1 to 3: tanh networks with σ_b² = 0.05. What remains of a difference
                between two inputs falls with depth over ξ_c, which diverges where order turns into chaos, while the variance settles
                within ξ_q, which stays finite. The paper shows curves and prints no numbers.
                """,
            Numbers = MeanFieldTheory.Schoenholz,
        },
        new("Yang et al. 2019", "gradients explode under batch normalisation")
        {
            Experiment = "yang-2019",
            Numbers = RectifierTheory.Yang,
            Figures = ["yang-2019/relu#depth"],
        },
        new("Hayou et al. 2019", "ReLU's inputs become alike as 1/l²")
        {
            Text =
                """
                On the Impact of the Activation Function on Deep Neural Networks Training, §3: at He's initialisation the correlation of two
                inputs of a ReLU network goes to 1 as 1 − c_l ~ 9π²/(2 l²), which also follows from expanding the arc-cosine kernel
                (Cho and Saul 2009, eq. 6) at c = 1. Measured as the growth of 1/√(1 − c_l) from one layer to the next.
                """,
            Numbers = RectifierTheory.Hayou,
        },
        new("Hanin 2018", "depth over width, for a single input")
        {
            Experiment = "hanin-2018",
            HasExpectations = false,
            Numbers = SingleInput.Hanin,
        },
        new("Roberts, Yaida and Hanin 2022", "critical points of GELU and SWISH")
        {
            Text =
                """
                The Principles of Deep Learning Theory, §5.3.4: functions that are not symmetric have one point (C_b, C_W) = (σ_b², σ_w²) at
                which neither a difference in size nor one in direction grows or shrinks, E φφ″ = 0. (Several public programs have SWISH's
                C_b as 0.055514317, with one zero too many.)
                """,
            Numbers = MeanFieldTheory.Roberts,
        },
    ];
}
