namespace FanIn.Testing;

/// <summary>A snapshot is new, differs, or belongs to no test. The message has Verify's form, which its IDE plugins read.</summary>
/// <param name="message">The message.</param>
public sealed class SnapshotException(string message) : Exception(message);
