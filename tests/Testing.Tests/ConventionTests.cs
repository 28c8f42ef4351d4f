using System.Runtime.CompilerServices;
using FanIn.Testing.Files;

namespace FanIn.Testing.Tests;

/// <summary>What git and editors must know of snapshots, in the files at the root of this repository.</summary>
public sealed class ConventionTests
{
    [Theory]
    [InlineData(".gitignore", "*.received.*")]
    [InlineData(".gitattributes", "*.verified.txt text eol=lf working-tree-encoding=UTF-8")]
    [InlineData(".gitattributes", "*.verified.svg text eol=lf working-tree-encoding=UTF-8")]
    [InlineData(".gitattributes", "*.verified.cs text eol=lf working-tree-encoding=UTF-8")]
    [InlineData(".editorconfig", "[*.{received,verified}.{txt,svg,cs}]")]
    public void A_line_says_it(string file, string line) => Assert.Contains(line, File.ReadAllLines(Path.Combine(Root(), file)));

    [Fact]
    public void Verified_files_have_a_byte_order_mark_and_lf() =>
        Assert.All(SnapshotFolder.Find(Path.Combine(Root(), "tests", "Testing.Tests"), name => name.Contains(".verified.")), path =>
        {
            var bytes = File.ReadAllBytes(path);
            Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8), path);
            Assert.DoesNotContain((byte)'\r', bytes);
        });

    private static string Root([CallerFilePath] string source = "")
    {
        var folder = Directory.GetParent(SourcePath.Resolve(source));
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "FanIn.slnx")))
            folder = folder.Parent;
        return folder!.FullName;
    }
}
