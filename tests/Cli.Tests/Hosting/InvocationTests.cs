using FanIn.Cli.Hosting;

namespace FanIn.Cli.Tests.Hosting;

/// <summary>What a user must type again, from where they stand.</summary>
public sealed class InvocationTests
{
    private static readonly string Root = OperatingSystem.IsWindows() ? @"C:\repo" : "/repo";

    private static readonly ProjectFolder Gallery = new(Path.Combine(Root, "experiments"), []);

    [Fact]
    public void From_the_repository_it_is_dotnet_run_with_the_project() =>
        Assert.Equal("dotnet run --project experiments -- run", Detect(At("experiments/bin/Debug/net10.0/Gallery"), Root).Command("run"));

    [Fact]
    public void In_the_projects_folder_it_is_dotnet_run() =>
        Assert.Equal("dotnet run -- run", Detect(At("experiments/bin/Debug/net10.0/Gallery"), Gallery.Directory).Command("run"));

    [Fact]
    public void So_it_is_when_dotnet_hosts_the_program() =>
        Assert.Equal(
            "dotnet run --project experiments --",
            Invocation.Detect(At("sdk/dotnet"), At("experiments/bin/Release/Gallery.dll"), Gallery, Root).Prefix);

    [Fact]
    public void A_program_of_the_current_directory_is_called_by_its_path() =>
        Assert.Equal(Path.Combine(".", "tools/gallery"), Detect(At("tools/gallery"), Root, project: null).Prefix);

    [Fact]
    public void An_installed_one_by_its_name() =>
        Assert.Equal("gallery", Detect(At("usr/bin/gallery"), At("home"), project: null).Prefix);

    [Fact]
    public void A_library_by_dotnet_and_its_path() =>
        Assert.Equal("dotnet tools/Gallery.dll", Invocation.Detect(At("sdk/dotnet"), At("tools/Gallery.dll"), null, Root).Prefix);

    [Fact]
    public void A_folder_with_a_blank_is_quoted()
    {
        var project = new ProjectFolder(At("my experiments"), []);

        Assert.Equal("dotnet run --project \"my experiments\" --", Detect(At("my experiments/bin/Gallery"), Root, project).Prefix);
    }

    private static Invocation Detect(string process, string currentDirectory) => Detect(process, currentDirectory, Gallery);

    private static Invocation Detect(string process, string currentDirectory, ProjectFolder? project) =>
        Invocation.Detect(process, process + ".dll", project, currentDirectory);

    private static string At(string path) => Path.Combine(Root, path);
}
