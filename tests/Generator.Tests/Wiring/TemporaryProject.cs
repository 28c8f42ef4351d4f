using System.Diagnostics;
using FanIn.Generator.Tests.Hosting;
using FanIn.Runtime.Experiments;

namespace FanIn.Generator.Tests.Wiring;

/// <summary>A user's project in a folder of its own, wired by the same props and targets as the package's users have.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly string _root = System.IO.Directory.CreateTempSubdirectory("fanin-wiring-").FullName;

    public TemporaryProject()
    {
        string props = Repository.Path("src/Generator/buildTransitive/FanIn.props");
        string targets = Repository.Path("src/Generator/buildTransitive/FanIn.targets");
        foreach (string file in new[] { "Directory.Build.props", "Directory.Packages.props" })
            Write("../" + file, "<Project />");
        Write("../Directory.Build.targets", $"<Project><Import Project=\"{targets}\" /></Project>");
        Write("Demo.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{props}" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseSharedCompilation>false</UseSharedCompilation>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(IExperiment).Assembly.Location}" />
                <Analyzer Include="{Beside("FanIn.Generator.dll")};{Beside("FanIn.Dsl.dll")};{Beside("FanIn.Theory.dll")};{Beside("YamlDotNet.dll")}" />
              </ItemGroup>
            </Project>
            """);
    }

    public string Directory => Path.Combine(_root, "demo");

    public void Write(string relativePath, string text)
    {
        string path = Path.GetFullPath(Path.Combine(Directory, relativePath));
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public void Delete(string relativePath) => File.Delete(Path.Combine(Directory, relativePath));

    public (int ExitCode, string Output) Build(params string[] properties) =>
        Dotnet(["build", "--nologo", "-v", "q", "-tl:off", "--disable-build-servers", .. properties]);

    public (int ExitCode, string Output) MSBuild(params string[] arguments) => Dotnet(["msbuild", "-nologo", "-tl:off", .. arguments]);

    public (int ExitCode, string Output) Run() => Dotnet("bin/Debug/net10.0/Demo.dll");

    public void Dispose() => System.IO.Directory.Delete(_root, recursive: true);

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);

    private (int ExitCode, string Output) Dotnet(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment.Remove("MSBUILD_EXE_PATH");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }
}
