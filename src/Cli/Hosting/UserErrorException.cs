namespace FanIn.Cli.Hosting;

/// <summary>Something that the user can put right; its message is all that is printed, and the exit code is 2.</summary>
internal sealed class UserErrorException(string message, Exception? inner = null) : Exception(message, inner);
