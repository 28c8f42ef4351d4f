using FanIn.Dsl.Model;
using FanIn.Dsl.Tests.Support;

namespace FanIn.Dsl.Tests.Reading;

/// <summary>The keys of the file itself.</summary>
public class TopLevelTests
{
    [Theory]
    [InlineData("seed: 18446744073709551615", 18446744073709551615UL)]
    [InlineData("seed: \"7\"", 7UL)]
    [InlineData("seed: 4294967295\nrng: numpy-legacy", 4294967295UL)]
    [InlineData("seed: 4294967296\nrng: numpy-pcg64", 4294967296UL)]
    public void A_seed_is_digits(string text, ulong seed) =>
        Assert.Equal(new NumberSeed(seed), Reads.Good(Reads.Body + text + "\n").Variants[0].Seed);

    [Theory]
    [InlineData("seed: [1, 2, 4294967295]\nrng: numpy-legacy", "[1, 2, 4294967295]")]
    [InlineData("seed: [\"7\"]\nrng: numpy-pcg64", "[7]")]
    [InlineData(
        "seed: 1461501637330902918203684832716283019655932542979\nrng: numpy-pcg64", "1461501637330902918203684832716283019655932542979")]
    [InlineData("seed: { entropy: 42, spawn_key: [1, 0] }\nrng: numpy-pcg64", "{ entropy: 42, spawn_key: [1, 0] }")]
    [InlineData("seed: { entropy: [1, 2], spawn_key: [0] }\nrng: numpy-philox", "{ entropy: [1, 2], spawn_key: [0] }")]
    [InlineData("seed: { key: 340282366920938463463374607431768211455 }\nrng: numpy-philox",
        "{ key: 340282366920938463463374607431768211455, counter: 0 }")]
    [InlineData(
        "seed: $s\nrng: numpy-pcg64\nmatrix: { s: { a: { entropy: $t, spawn_key: [0] } }, t: [5] }", "{ entropy: 5, spawn_key: [0] }")]
    public void NumPys_streams_take_other_seeds(string text, string seed)
    {
        var read = Reads.Good(Reads.Body + text + "\n").Variants[0].Seed;
        Assert.Equal(seed, read.ToString());
        Assert.Equal(read, Reads.Good(Reads.Body + text + "\n").Variants[0].Seed);
    }

    [Fact]
    public void The_largest_seed_is_below_2_to_the_512()
    {
        var largest = System.Numerics.BigInteger.Pow(2, 512) - 1;
        Assert.Equal(new NumberSeed(largest), Reads.Good(Reads.Body + $"seed: {largest}\nrng: numpy-philox\n").Variants[0].Seed);
        Reads.Bad(Reads.Body + $"seed: [|{largest + 1}|]\nrng: numpy-philox\n",
            "FAN0025 from 0 to 2^512 - 1, not a formula; found '1340780792994259709957402");
    }

    [Theory]
    [InlineData("seed: [|18446744073709551616|]", "FAN0025 from 0 to 18446744073709551615")]
    [InlineData("seed: [|-1|]", "FAN0025 found '-1'")]
    [InlineData("seed: [|1e3|]", "FAN0025 not a formula")]
    [InlineData("seed: [|1_000|]", "FAN0025")]
    [InlineData("seed: [|0x10|]", "FAN0025")]
    [InlineData("seed: [|٣|]", "FAN0025")]
    [InlineData("seed: [|1.0|]", "FAN0025")]
    [InlineData("seed: [|[1]|]",
        "FAN0025 philox takes no seeds that are lists of words, only numpy-legacy, numpy-pcg64, numpy-philox do; found [1].")]
    [InlineData(
        "seed: [|{ entropy: 1, spawn_key: [0] }|]\nrng: numpy-legacy", "FAN0025 numpy-legacy takes no seeds that are spawned seeds, only")]
    [InlineData(
        "seed: [|{ key: 1 }|]\nrng: numpy-pcg64", "FAN0025 numpy-pcg64 takes no seeds that are keys and counters, only numpy-philox do")]
    [InlineData("seed: [|\"\"|]", "FAN0025 A seed is a whole number in digits")]
    [InlineData("seed: [[|4294967296|]]\nrng: numpy-pcg64", "FAN0025 A word of a seed is a whole number in digits from 0 to 4294967295")]
    [InlineData("seed: [1, [|[2]|]]\nrng: numpy-pcg64", "FAN0016 seed must be a whole number in digits; found a list.")]
    [InlineData("seed: [|[]|]\nrng: numpy-pcg64", "FAN0025 A list in seed has 1 to 624 numbers; found 0.")]
    [InlineData("seed: [|{}|]\nrng: numpy-pcg64", "FAN0015 A spawned seed needs the keys 'entropy'")]
    [InlineData("seed: [|{ entropy: 1 }|]\nrng: numpy-pcg64", "FAN0015 A spawned seed needs the key 'spawn_key'")]
    [InlineData(
        "seed: { entropy: 1, spawn_key: [|0|] }\nrng: numpy-pcg64", "FAN0016 spawn_key must be a list of whole numbers; found '0'.")]
    [InlineData("seed: { entropy: [|{ key: 1 }|], spawn_key: [0] }\nrng: numpy-philox", "FAN0016")]
    [InlineData("seed: { entropy: 1, [|spawnkey|]: [0] , spawn_key: [0] }\nrng: numpy-pcg64", "FAN0014 Did you mean 'spawn_key'?")]
    [InlineData("seed: { key: [|340282366920938463463374607431768211456|] }\nrng: numpy-philox",
        "FAN0025 The key is a whole number in digits from 0 to 2^128 - 1")]
    [InlineData(
        "seed: { key: 1, counter: [|0x10|] }\nrng: numpy-philox", "FAN0025 The counter is a whole number in digits from 0 to 2^256 - 1")]
    [InlineData("seed: { key: 1, [|entropy|]: 2 }\nrng: numpy-philox", "FAN0014 The state of Philox has no key 'entropy'.")]
    [InlineData("seed: [|4294967296|]\nrng: numpy-legacy", "FAN0025 numpy-legacy takes seeds from 0 to 4294967295; found 4294967296.")]
    [InlineData("rng: [|mt19937|]", "FAN0017 There are: philox, numpy-legacy, numpy-pcg64, numpy-philox.")]
    [InlineData("rng: [|numpy_legacy|]", "FAN0017 Did you mean 'numpy-legacy'?")]
    [InlineData("dtype: [|float|]", "FAN0017 There is no dtype 'float'.")]
    [InlineData("keep: [|everything|]", "FAN0017 keep must be all or last")]
    [InlineData("keep: [|on|]", "FAN0017 found 'on'")]
    [InlineData("description: [|[a]|]", "FAN0016 description must be text")]
    [InlineData("experiment: [|a/b|]", "FAN0029 'a/b' can't be an experiment's name")]
    [InlineData("experiment: [|{}|]", "FAN0016 experiment must be a name")]
    [InlineData("experiment: [|experiment-catalog|]", "FAN0031 ExperimentCatalog")]
    [InlineData("experiment: [|fan.in|]", "FAN0031 the C# class FanIn")]
    [InlineData("experiment: [|run|]", "FAN0031 the C# class Run")]
    [InlineData("histogram: [|30|]", "FAN0016 A histogram must be a mapping with the keys bins, range; found '30'")]
    [InlineData("histogram: { bins: [|4097|] }", "FAN0022 bins must be a whole number from 1 to 4096; found 4097")]
    [InlineData("histogram: { range: [|1|] }", "FAN0016 range must be [low, high] or auto; found '1'")]
    [InlineData("histogram: { range: [|[0, 1, 2]|] }", "FAN0016 found a list of 3")]
    [InlineData("histogram: { range: [|[1, 1]|] }", "FAN0024 found [1, 1]")]
    [InlineData("histogram: { [|bin|]: 3 }", "FAN0014 Did you mean 'bins'?")]
    [InlineData("observe: [|activations|]", "FAN0016 observe must be a list of tensors")]
    [InlineData("observe: [|[]|]", "FAN0016 at least one tensor")]
    [InlineData("observe: [activations, [|activations|]]", "FAN0030 observed already")]
    [InlineData("observe: [[|preactivation|]]", "FAN0017 There is no tensor or diagnostic 'preactivation'. Did you mean 'preactivations'?")]
    [InlineData("observe: [{ weights: { bins: [|0|] } }]", "FAN0022")]
    [InlineData("figure: [|{ xlim: [0, 1] }|]", "FAN0016 figure must be a list")]
    [InlineData("figure: [[|{ for: \"*\" }|]]", "FAN0015 A figure needs xlim, ylim or show.")]
    [InlineData("figure: [{ show: [|slopes|] }]", "FAN0016 show must be a list")]
    [InlineData("figure: [{ show: [|[]|] }]", "FAN0016 show must name at least one figure. There are: slopes, heat_map,")]
    [InlineData("figure: [{ show: [slopes, [|heatmap|]] }]", "FAN0017 There is no figure 'heatmap'. Did you mean 'heat_map'?")]
    [InlineData("figure: [{ show: [depth, [|depth|]] }]", "FAN0030 The figure 'depth' is shown already.")]
    [InlineData("figure: [{ xlim: [|[1, 0]|] }]", "FAN0024 The low end of xlim")]
    [InlineData("figure: [{ for: [|a*|], xlim: [0, 1] }]", "FAN0035 No variant is named 'a*'. The experiment has no matrix.")]
    [InlineData("[|figures|]: []", "FAN0014 An experiment has no key 'figures'. Did you mean 'figure'? Keys: experiment, description,")]
    [InlineData("[|backwards|]: { upstream: normal }", "FAN0014 'backward'")]
    [InlineData("backward: { [|upstraem|]: normal, upstream: normal }", "FAN0014 'upstream'")]
    [InlineData("backward: { upstream: [|he_normal|] }", "FAN0018")]
    [InlineData("backward: [|{ upstream: normal }|]\nkeep: last", "FAN0018")]
    [InlineData("observe: [activations, [|gradients|]]", "FAN0018")]
    public void What_is_wrong_with_the_files_keys_is_located(string markup, string expected) =>
        Reads.Bad(Reads.Body + markup + "\n", expected);

    [Theory]
    [InlineData("input: { batch: [|0|], features: 4 }", "FAN0022 batch must be a whole number from 1")]
    [InlineData("input: { batch: 10, features: [|0.5|] }", "FAN0023 features")]
    [InlineData("input: { [|bacth|]: 10, features: 4 }", "FAN0014 Did you mean 'batch'?")]
    [InlineData("input: [|{}|]", "FAN0015 The input needs the keys 'batch': Number of samples. 'features'")]
    [InlineData("input: [|normal|]", "FAN0016 The input must be a mapping with the keys batch, features, distribution; found 'normal'.")]
    [InlineData(
        "input: { batch: 10, features: 4, distribution: [|he_normal|] }",
        "FAN0018 'he_normal' needs a fan_in, which the input does not have. "
        + "There are: zeros, ones, constant, normal, uniform, truncated_normal.")]
    [InlineData("input: { batch: 10, features: 4, distribution: [|gaussian|] }", "FAN0017")]
    [InlineData("input: { batch: 10, features: 4, distribution: { normal: { std: 1 / [|fan_in|] } } }", "FAN0020 known in a layer's")]
    public void What_is_wrong_with_the_input_is_located(string markup, string expected) =>
        Reads.Bad(markup + "\nlayers: [{ dense: 3, init: ones }]\n", expected);

    [Theory]
    [InlineData("[|input: { batch: 10, features: 4 }|]\n", "FAN0015 An experiment needs the key 'layers'")]
    [InlineData("[|layers: [{ dense: 3, init: ones }]|]\n", "FAN0015 An experiment needs the key 'input'")]
    [InlineData("[|experiment: x|]\n",
        "FAN0015 An experiment needs the keys 'input': What enters the first layer; with train, what its data gives. 'layers'")]
    [InlineData("[|text|]\n", "FAN0016 An experiment is a mapping")]
    [InlineData("[|- a|]\n- b\n", "FAN0016 found a list")]
    [InlineData("input: { batch: 10, features: 4 }\nlayers: [|[]|]\n", "FAN0016 at least one layer")]
    [InlineData("input: { batch: 10, features: 4 }\nlayers: [|{ dense: 3 }|]\n", "FAN0016 layers must be a list of layers")]
    public void A_file_without_its_parts_is_refused(string markup, string expected) => Reads.Bad(markup, expected);

    [Fact]
    public void A_file_whose_name_is_not_a_name_must_say_its_own()
    {
        var result = Reads.Read(Reads.Body, "folder/my file.yaml");

        Assert.Equal("folder/my file.yaml(1,1): error FAN0029: 'my file' can't be an experiment's name, and the file is named so: "
            + "allowed are letters, digits, '.', '_' and '-', the first a letter or digit.", Assert.Single(result.Diagnostics).ToString());
        Assert.NotNull(Reads.Read(Reads.Body + "experiment: mine\n", "folder/my file.yaml").Experiment);
    }

    [Fact]
    public void Each_tensor_has_its_own_bins()
    {
        var variant = Reads.Good(Reads.Body + "histogram: { bins: 20, range: [-1, 1] }\nobserve: "
            + "[activations, preactivations, { weights: { range: [-2, 2 * pi] } }]\n").Variants[0];

        Assert.Equal((20, -1.0), (variant.Activations!.Bins, variant.Activations.Range!.Low.Value));
        Assert.Equal((20, null), (variant.PreActivations!.Bins, variant.PreActivations.Range));
        Assert.Equal((20, 2 * Math.PI), (variant.Weights!.Bins, variant.Weights.Range!.High.Value));
        Assert.Null(Reads.Good(Reads.Body + "observe: [weights]\nhistogram: { range: auto }\n").Variants[0].Activations);
        Assert.Null(Reads.Good(Reads.Body + "histogram: { range: auto }\n").Variants[0].Activations!.Range);
    }
}
