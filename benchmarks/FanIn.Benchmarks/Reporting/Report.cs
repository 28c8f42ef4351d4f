using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FanIn.Benchmarks.Measuring;
using FanIn.Benchmarks.Rows;

namespace FanIn.Benchmarks.Reporting;

/// <summary>One run of the table, as its JSON file holds it.</summary>
/// <param name="Date">yyyy-MM-dd.</param>
/// <param name="Machine">What it ran on.</param>
/// <param name="Versions">Of the peers.</param>
/// <param name="Rounds">Samples of each contender.</param>
/// <param name="Rows">The rows whose contenders are all there.</param>
/// <param name="NotMeasured">The names of the other rows, and which contender each lacks.</param>
/// <param name="Missing">The peers that are missing, and why.</param>
/// <param name="Timings">Everything that was timed, also what no row uses: nanoseconds.</param>
public sealed record Report(
    string Date,
    Machine Machine,
    IReadOnlyList<string> Versions,
    int Rounds,
    IReadOnlyList<RowResult> Rows,
    IReadOnlyDictionary<string, string> NotMeasured,
    IReadOnlyList<string> Missing,
    IReadOnlyDictionary<string, Timing> Timings)
{
    /// <summary>The name of its file.</summary>
    public const string FileName = "peers.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Whether no measured row is below its least.</summary>
    public bool Passes => Rows.All(row => row.Verdict != Verdict.Below);

    /// <summary>The table as measured.</summary>
    public static Report Of(IReadOnlyDictionary<string, Timing> timings, int rounds, IReadOnlyList<string> versions, IReadOnlyList<string> missing) =>
        new(
            DateTime.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Machine.This(),
            versions,
            rounds,
            [.. RowTable.All.Select(row => row.Measure(timings)).OfType<RowResult>()],
            RowTable.All.Where(row => row.Missing(timings).Any()).ToDictionary(row => row.Name, row => string.Join("; ", row.Missing(timings))),
            missing,
            timings);

    /// <summary>Reads a file of <see cref="ToJson"/>.</summary>
    public static Report FromJson(string json) => JsonSerializer.Deserialize<Report>(json, Options)!;

    /// <summary>All of it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Options) + "\n";
}
