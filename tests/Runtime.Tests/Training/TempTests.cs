using FanIn.Runtime.Kernels;
using FanIn.Runtime.Training;
namespace FanIn.Runtime.Tests.Training;
public sealed class TempTests
{
    [Fact]
    public void T()
    {
        using var a = new TrainedNet<double, Sgd>(new(), new(0.1));
        using var b = new TrainedNet<double, Sgd>(new(), new(0.1), 1, VectorWidth.Bits512);
        var s = "";
        foreach (var n in new[] { a, b }) { n.Draw(); n.Forward(); n.Backward(); 
         s += $"{n.Trainer.Loss} z {n.Output.Activations[3,1]} {n.Output.Activations[49,2]} dz {n.Output.Gradients[3,1]} {n.Output.Gradients[49,2]} dW2 {n.Output.WeightGradients[0,0]} {n.Output.WeightGradients[22,2]} {n.Output.WeightGradients[5,2]} dh {n.Hidden.Gradients[3,3]} {n.Hidden.Gradients[49,22]} dW1 {n.Hidden.WeightGradients[0,0]} {n.Hidden.WeightGradients[6,22]} {n.Hidden.WeightGradients[3,9]} db {n.Hidden.BiasGradients[0,0]} {n.Hidden.BiasGradients[0,22]}\n"; }
        foreach (var n in new[] { a, b }) { for (var r = 0; r < 50; r++) for (var u = 0; u < 23; u++) { var e = 0.0; for (var j = 0; j < 3; j++) e = Math.FusedMultiplyAdd(n.Output.Gradients[r, j], n.Output.Weights[u, j], e); if (e != n.Hidden.Gradients[r,u]) s += $"({r},{u}) {e} {n.Hidden.Gradients[r,u]}; "; } s += "\n"; }
        for (var r = 0; r < 50; r++) for (var j = 0; j < 3; j++) if (a.Output.Gradients[r, j] != b.Output.Gradients[r, j] ) s += $"g({r},{j})";
        Assert.Fail(s);
    }
}
