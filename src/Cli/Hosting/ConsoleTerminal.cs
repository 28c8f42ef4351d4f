using System.Text;
using Spectre.Console;

namespace FanIn.Cli.Hosting;

/// <summary>The process's console as a <see cref="Terminal"/>.</summary>
internal static class ConsoleTerminal
{
    /// <summary>UTF-8 and <c>\n</c> on every system, whatever the locale says: pipes carry the same bytes everywhere.</summary>
    public static Terminal Open()
    {
        if (OperatingSystem.IsWindows())
            Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        // Spectre asks the system, and on Windows switches the console's escape sequences on.
        bool outAnsi = !Console.IsOutputRedirected && AnsiCapabilities.Create(Console.Out).Ansi;
        bool errorAnsi = !Console.IsErrorRedirected && AnsiCapabilities.Create(Console.Error).Ansi;
        bool interactive = !Console.IsInputRedirected && !Console.IsOutputRedirected;
        return new Terminal
        {
            Out = Writer(Console.OpenStandardOutput()),
            Error = Writer(Console.OpenStandardError()),
            OutIsTerminal = outAnsi,
            ErrorIsTerminal = errorAnsi,
            ReadKey = interactive ? ReadKey : null,
            Width = Width(outAnsi || errorAnsi),
            Variable = Environment.GetEnvironmentVariable,
        };
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n", AutoFlush = true };

    /// <summary>Ctrl-C is a key like any other here: a handler could not end the wait for one.</summary>
    private static char ReadKey()
    {
        Console.TreatControlCAsInput = true;
        try
        {
            return Console.ReadKey(intercept: true).KeyChar;
        }
        finally
        {
            Console.TreatControlCAsInput = false;
        }
    }

    private static int Width(bool isTerminal)
    {
        try
        {
            return isTerminal && Console.BufferWidth > 0 ? Console.BufferWidth : 80;
        }
        catch (IOException)
        {
            return 80;
        }
    }
}
