using FanIn.Cli;
using FanIn.Experiments;

return FanInApplication.Run(args, ExperimentCatalog.All);
