using FanIn.Benchmarks;

const string Usage = """
    peers [--quick] [--rounds N] [--output FOLDER] [--update-docs]
            FanIn beside its peers: the table, as text, JSON and Markdown (default folder: benchmark-results).
            Exit code 1 when a measured row is below its least.
    """;

try
{
    switch (args)
    {
        case ["peers", .. var rest]:
            var arguments = new Arguments(rest);
            arguments.Allow(["--quick", "--update-docs"], ["--rounds", "--output"]);
            return PeersCommand.Run(arguments);
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
