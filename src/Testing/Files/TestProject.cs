namespace FanIn.Testing.Files;

/// <summary>The project that a source file belongs to.</summary>
internal static class TestProject
{
    /// <summary>The nearest folder above the file that has a <c>.csproj</c>.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string DirectoryOf(string sourceFile)
    {
        for (var folder = Directory.GetParent(sourceFile); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.csproj").Any())
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above '{sourceFile}' has a .csproj.");
    }
}
