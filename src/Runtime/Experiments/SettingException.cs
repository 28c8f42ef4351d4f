namespace FanIn.Runtime.Experiments;

/// <summary>A number that can't be set, or can't have the value that it was set to. The message is one line and says why.</summary>
/// <param name="message">Which number, what was found and what is allowed.</param>
public sealed class SettingException(string message) : ArgumentException(message);
