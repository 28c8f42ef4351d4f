using FanIn.Runtime.Tests.Experiments;
using static FanIn.Runtime.Tests.Experiments.Link;

namespace FanIn.Runtime.Tests.Backward;

/// <summary>
/// Threads send blocks back side by side, each through all layers: while one is at a wide residual, another is at a narrow one. What both
/// add to the gradient of what entered their branches must not meet.
/// </summary>
public sealed class ResidualWidthTests
{
    private const int Runs = 40;

    private static readonly Chain Tapered = new(
        Batch: 1300, Features: 64,
        [
            Dense(64, "tanh"), Residual(0), Dense(64, "tanh"), Residual(2),
            Dense(40), Dense(40, "tanh"), Residual(5), Dense(40, "tanh"), Residual(7),
            Dense(17), Dense(17, "tanh"), Residual(10), Dense(17, "tanh"), Residual(12),
        ])
    {
        Backward = true,
    };

    [Fact]
    public void Residuals_of_several_widths_do_not_depend_on_threads()
    {
        using var alone = new ChainExperiment<double>(Tapered);
        alone.Run();
        var expected = alone.Bits();
        using var together = new ChainExperiment<double>(Tapered, threads: 4);
        together.Draw();
        together.Forward();
        for (var run = 0; run < Runs; run++)
        {
            together.Backward();
            Assert.Equal(expected, together.Bits());
        }
    }
}
