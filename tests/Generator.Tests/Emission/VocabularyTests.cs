using System.Reflection;
using FanIn.Dsl.Binding;
using FanIn.Dsl.Model;
using FanIn.Dsl.Vocabulary;
using FanIn.Runtime.Activations;
using FanIn.Runtime.Data;
using FanIn.Runtime.Experiments;
using FanIn.Runtime.Layers;
using FanIn.Runtime.Numerics;
using FanIn.Runtime.Results;
using FanIn.Runtime.Streams;
using FanIn.Runtime.Training;

namespace FanIn.Generator.Tests.Emission;

/// <summary>Every name that the vocabulary gives to generated code exists in the runtime, and every name taken is forbidden.</summary>
public class VocabularyTests
{
    [Fact]
    public void Activations_are_types_of_the_runtime_whose_constructors_take_their_parameters() => Assert.All(Lexicon.Activations, entry =>
    {
        var type = typeof(IActivation).Assembly.GetType("FanIn.Runtime.Activations." + entry.RuntimeType);
        Assert.True(type is { IsValueType: true, IsPublic: true }, entry.Name);
        Assert.True(typeof(IActivation).IsAssignableFrom(type), entry.Name);
        Assert.True(
            entry.Parameters.Count == 0 || type!.GetConstructors().Any(c => c.GetParameters().Length == entry.Parameters.Count
                && c.GetParameters().All(p => p.ParameterType == typeof(double))),
            entry.Name);
    });

    /// <summary>Every plan that the words and the layer's place can make, with the tensors that it can stand for.</summary>
    [Fact]
    public void Initialisers_are_methods_of_the_runtime_with_their_arguments() => Assert.All(Lexicon.Initialisers, entry =>
        Assert.All(Plans(entry), plan =>
        {
            string[] arguments = [.. plan.Arguments.Select(argument => argument.Name), .. plan.Switches.Select(flag => flag.Name)];
            Type[] tensors = entry.Place == InitialiserPlace.AnyTensor
                ? [typeof(InputLayer<double>), typeof(Parameter<float>)] : [typeof(Parameter<double>)];
            Assert.All(tensors, tensor => Assert.Equal(
                arguments, tensor.GetMethod($"Draw{plan.Kind}")!.GetParameters().Select(parameter => parameter.Name)));
            if (plan.Calibration is { } after)
                Assert.Equal(
                    ["layer", .. after.Arguments.Select(argument => argument.Name), .. after.Switches.Select(flag => flag.Name)],
                    typeof(Experiment<double>).GetMethod(after.Method, BindingFlags.NonPublic | BindingFlags.Instance)!.GetParameters()
                        .Select(parameter => parameter.Name));
        }));

    private static IEnumerable<InitialiserPlan> Plans(InitialiserEntry entry)
    {
        var standard = InitialiserChoice.Standard(entry.Parameters);
        foreach (int layer in new[] { 1, 2, 3 })
        {
            var choices = entry.Parameters.SelectMany(p => p.Words.Select(word => (p.Name, word.Name)));
            foreach (var (parameter, word) in choices.Append(("", "")))
            {
                var words = standard.Words.Where(pair => pair.Key != parameter).Append(new(parameter, word)).ToDictionary();
                yield return entry.Plan(standard with { Words = words, Layer = layer });
            }
        }

        yield return entry.Plan(standard with { Given = [.. entry.Parameters.Select(parameter => parameter.Name)] });
    }

    [Fact]
    public void Streams_are_the_runtimes() =>
        Assert.Equal(
            Enum.GetValues<RandomStream>().Select(stream => (stream.Name(), stream.ToString())),
            Lexicon.Streams.Select(entry => (entry.Name, entry.RuntimeMember)));

    [Fact]
    public void Dtypes_are_types_of_csharp() =>
        Assert.Equal([("float64", "double"), ("float32", "float")], Lexicon.Dtypes.Select(d => (d.Name, d.RuntimeType)));

    [Fact]
    public void Layers_are_types_of_the_runtime() => Assert.All(
        Lexicon.Layers, entry => Assert.Contains(typeof(ILayer).Assembly.GetExportedTypes(), type =>
            type.Name.Split('`')[0] == entry.RuntimeType && type.IsAssignableTo(typeof(ILayer))));

    [Fact]
    public void Tensors_are_members_of_a_layers_result() =>
        Assert.All(Lexicon.Observables, entry => Assert.NotNull(typeof(LayerResult).GetProperty(entry.RuntimeMember)));

    [Fact]
    public void Statistics_are_members_of_the_results() => Assert.All(Lexicon.Statistics, entry =>
    {
        var type = entry.Of switch
        {
            StatisticOf.AnyTensor => typeof(TensorStatistics),
            StatisticOf.Training => typeof(TrainingResult),
            _ => typeof(LayerResult),
        };
        foreach (string member in entry.RuntimeMember.Split('.'))
        {
            var property = type.GetProperty(member);
            Assert.True(property is not null, $"{entry.Name}: {type.Name} has no {member}");
            type = property.PropertyType;
        }
    });

    [Fact]
    public void Statistics_have_the_names_that_the_results_have()
    {
        Assert.Equal(StatisticNames.OfTensor.Order(), Named(StatisticOf.AnyTensor));
        Assert.Equal(StatisticNames.OfSplit.Order(), Named(StatisticOf.Activations));
        Assert.Equal(StatisticNames.OfLayer.Order(), Named(StatisticOf.Layer));
        Assert.Equal(StatisticNames.OfTraining.Order(), Named(StatisticOf.Training));
    }

    [Fact]
    public void Optimizers_losses_and_data_are_the_runtimes()
    {
        Assert.All(Lexicon.Optimizers, entry =>
        {
            var type = typeof(IOptimizer).Assembly.GetType($"FanIn.Runtime.Training.{entry.RuntimeType}", throwOnError: true)!;
            Assert.Contains(typeof(IOptimizer), type.GetInterfaces());
            Assert.Equal(
                ["learningRate", .. entry.Parameters.Select(parameter => parameter.Name)],
                type.GetConstructors().Single(constructor => constructor.GetParameters().Length > 0).GetParameters().Select(p => p.Name));
        });
        Assert.Equal(Enum.GetNames<LossFunction>().Order(), Lexicon.Losses.Select(entry => entry.RuntimeMember).Order());
        Assert.Equal([GaussianMixture.Name, IdxData.Name, OpticalDigits.Name], Lexicon.DataSets.Select(entry => entry.Name).Order());
        Assert.Equal(OpticalDigitsData.Samples, OpticalDigits.All.Samples);
    }

    [Theory]
    [InlineData("sqrt", 1)]
    [InlineData("exp", 1)]
    [InlineData("log", 1)]
    [InlineData("abs", 1)]
    [InlineData("min", 2)]
    [InlineData("max", 2)]
    [InlineData("pow", 2)]
    public void Functions_of_formulas_are_the_runtimes(string function, int arguments)
    {
        string name = char.ToUpperInvariant(function[0]) + function[1..];
        Assert.NotNull(typeof(Formula).GetMethod(name, [.. Enumerable.Repeat(typeof(double), arguments)]));
    }

    [Fact]
    public void No_layer_can_have_the_name_of_a_member_of_every_experiment()
    {
        const BindingFlags Visible = BindingFlags.Public | BindingFlags.NonPublic;
        const BindingFlags All = Visible | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        var visible = typeof(Experiment<double>).GetMembers(All)
            .Where(member => member is not ConstructorInfo && IsVisible(member) && member.Name.All(char.IsLetter))
            .Where(member => member is not MethodInfo { IsSpecialName: true })
            .Select(member => member.Name)
            .Append("Definition");
        Assert.Empty(visible.Except(CSharpName.ReservedMembers));
    }

    private static IEnumerable<string> Named(StatisticOf of) => Lexicon.Statistics.Where(s => s.Of == of).Select(s => s.Name).Order();

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        _ => true,
    };
}
