using FanIn.Experiments;

Console.WriteLine($"{ExperimentCatalog.All.Count} experiments");
