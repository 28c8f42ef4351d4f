using System.Text;

namespace FanIn.Generator.Tests.Hosting;

/// <summary>
/// Compares a text with the approved one beside the tests, <c>Golden/NAME.verified.cs</c>.
/// FANIN_UPDATE=1 rewrites the approved text, except under CI.
/// </summary>
internal static class Golden
{
    public static void Verify(string name, string actual)
    {
        string verified = Repository.Path("tests/Generator.Tests/Golden", name + ".verified.cs");
        if (Environment.GetEnvironmentVariable("FANIN_UPDATE") == "1")
        {
            Assert.False(IsCi, "FANIN_UPDATE=1 would approve whatever CI sees. Run it on your own machine.");
            Write(verified, actual);
            return;
        }

        string received = Repository.Path("tests/Generator.Tests/Golden", name + ".received.cs");
        if (File.Exists(verified) && File.ReadAllText(verified) == actual)
        {
            File.Delete(received);
            return;
        }

        Write(received, actual);
        Assert.Equal(File.Exists(verified) ? File.ReadAllText(verified) : "(not approved yet; FANIN_UPDATE=1 approves it)", actual);
    }

    private static bool IsCi => Environment.GetEnvironmentVariable("CI") is "true" or "1";

    private static void Write(string path, string text) =>
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
}
