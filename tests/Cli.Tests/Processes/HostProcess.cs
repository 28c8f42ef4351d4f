using System.Diagnostics;
using System.Text;

namespace FanIn.Cli.Tests.Processes;

/// <summary>This test assembly as a user's program, in a folder of its own.</summary>
internal sealed class HostProcess : IDisposable
{
    public DirectoryInfo Folder { get; } = Directory.CreateTempSubdirectory("fanin-");

    private static readonly string Program = typeof(HostProcess).Assembly.Location;

    /// <summary>Starts the program.</summary>
    public Process Start(params string[] arguments) => Process.Start(Information("dotnet", ["exec", Program, .. arguments]))!;

    /// <summary>Runs a line of shell in which <c>fanin</c> is the program.</summary>
    public async Task<(int Code, string Out, string Error)> Shell(string line) =>
        await Finish(Process.Start(Information("bash", ["-c", $"fanin() {{ dotnet exec '{Program}' \"$@\"; }}; {line}"]))!);

    /// <summary>Runs the program to its end.</summary>
    public async Task<(int Code, string Out, string Error)> Run(params string[] arguments) => await Finish(Start(arguments));

    public static async Task<(int Code, string Out, string Error)> Finish(Process process)
    {
        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, await output, await error);
        }
    }

    public void Dispose() => Folder.Delete(recursive: true);

    private ProcessStartInfo Information(string program, IReadOnlyList<string> arguments)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var information = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = encoding,
            StandardErrorEncoding = encoding,
        };
        information.Environment["LANG"] = "C";
        return information;
    }
}
