using FanIn.Benchmarks;
using FanIn.Benchmarks.Curves;
using FanIn.Benchmarks.Pieces;

const string Usage = """
    peers [--quick] [--rounds N] [--output FOLDER] [--update-docs]
            FanIn beside its peers: the table, as text, JSON and Markdown (default folder: benchmark-results).
            Exit code 1 when a measured row is below its least.
    pieces [FILTER]
            BenchmarkDotNet on the parts of a run: Gemm, Function, Activation, Draw, Observe, Run, Backward.
    curves [--rounds N] [--output FOLDER] [--draw]
            How the cost of an element grows with batch, width, depth and bins: JSON, and docs/figures/performance-curves.png.
            --draw only draws what was measured last.
    """;

try
{
    switch (args)
    {
        case ["peers", .. var rest]:
            return PeersCommand.Run(Arguments.Of(rest, ["--quick", "--update-docs"], ["--rounds", "--output"]));
        case ["pieces"] or ["pieces", _]:
            return PieceConfig.Run(args.ElementAtOrDefault(1) ?? "*");
        case ["curves", .. var rest]:
            return CurvesCommand.Run(Arguments.Of(rest, ["--draw"], ["--rounds", "--output"]));
        case ["child", var what, var rounds]:
            return PeersCommand.Answer(what, int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture));
        default:
            Console.Error.WriteLine(Usage);
            return 2;
    }
}
catch (ArgumentException e)
{
    Console.Error.WriteLine($"{e.Message}\n{Usage}");
    return 2;
}
