using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace FanIn.Conformance.Tests;

/// <summary>docs/conformance.md says what the tests of this project find. FANIN_UPDATE=1 writes it anew.</summary>
public class ConformancePageTests
{
    private static readonly string PagePath = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../docs/conformance.md");

    [Fact]
    public void The_page_is_what_was_drawn()
    {
        if (Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1")
            File.WriteAllText(PagePath, Page());
        else
            Assert.Equal(File.ReadAllText(PagePath), Page());
    }

    private static string Page()
    {
        var text = new StringBuilder("""
            # Conformance of the initialisers

            Written by `tests/Conformance.Tests`, which fails when a line is no longer true. The closed forms stand in `Claims.cs`, written
            down from papers and libraries without FanIn's own vocabulary; the weights come from YAML through the generator, as a user's do.

            ## A million weights

            A layer of 800 inputs and 1250 units, seed 0 of Philox. Mean, standard deviation (std) and excess kurtosis must lie within five
            standard errors of the formula's; no weight may lie outside of the bounds, and some must come near to them.

            | variant | formula | std of the formula | std drawn | mean drawn | excess kurtosis: formula | drawn | smallest | largest |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var claim in Claims.All)
        {
            var weights = Drawn.Million(claim.Variant).Weights!;
            text.Append(
                $"| `{claim.Variant}` | {claim.Formula} | {Number(claim.Std)} | {Number(weights.Std)} | {Number(weights.Mean)} | "
                + $"{(double.IsNaN(claim.Kurtosis) ? "–" : Number(claim.Kurtosis))} | {Number(weights.ExcessKurtosis)} | "
                + $"{Number(weights.Min)} | {Number(weights.Max)} |\n");
        }

        text.Append("""

            The files are `tests/Conformance.Tests/experiments/*.yaml`. Besides: orthonormality to 1e-13, layers of 1 × 7, 7 × 1, 1 × 3, 3 × 7
            and 7 × 3 units, data-driven initialisers (`lsuv`, `data_dependent`) against what they aim at, `looks_linear` against linearity.

            ## Faults of well-known libraries

            What the literature's formulas give, what these libraries give or gave, and what FanIn draws. A test checks for each line that
            the fault would be found.

            | library | fault | documented in | statistic | right | faulty | FanIn |
            | --- | --- | --- | --- | --- | --- | --- |

            """);
        foreach (var fault in LibraryFaults.All)
        {
            var (drawn, right, _) = fault.Compare();
            text.Append(
                $"| {fault.Library} | {fault.What} | {fault.Reference} | {fault.Statistic} of `{fault.Variant}` | {Number(right)} | "
                + $"{Number(fault.Faulty)} | {Number(drawn)} |\n");
        }

        text.Append("""

            Of seeds: Keras 3's initialiser with a seed gives each layer that uses it the same weights (its docstring; keras-hub #352,
            lczero-training #218), and TensorFlow.NET's VarianceScaling ignores its seed (VarianceScaling.cs at 6ce60665). Here layers differ,
            and one seed gives one draw.

            """);
        return text.ToString();
    }

    private static string Number(double value) => double.IsNaN(value)
        ? "–"
        : value.ToString("G5", CultureInfo.InvariantCulture)
            .Replace("E-0", "E-", StringComparison.Ordinal).Replace("E", "e", StringComparison.Ordinal);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
