using FanIn.Cli;
using FanIn.Cli.Tests;

return FanInApplication.Run(args, ExperimentCatalog.All);
