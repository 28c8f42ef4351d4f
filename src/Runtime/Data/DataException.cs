namespace FanIn.Runtime.Data;

/// <summary>Data that is missing or is not what it should be; the message names the file and what to do.</summary>
public sealed class DataException : Exception
{
    /// <summary>With a message for the user.</summary>
    public DataException(string message)
        : base(message)
    {
    }

    /// <summary>With a message for the user, and what lay behind it.</summary>
    public DataException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
