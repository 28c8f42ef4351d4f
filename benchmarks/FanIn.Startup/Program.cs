using FanIn.Startup;

using var experiment = new Once();
return experiment.Run().Layers.Length == 5 ? 0 : 1;
