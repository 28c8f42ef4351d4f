using System.Text;
using FanIn.Figures;
using FanIn.Runtime.Definitions;

namespace FanIn.Experiments.Tests.Reproductions;

/// <summary>docs/reproductions.md and its figures.</summary>
internal sealed class ReproductionsPage
{
    private const string Folder = "figures/published";

    private const string Introduction =
        """
        # Published results, reproduced

        What papers, courses and books print about initial weights, beside what FanIn computes. Numbers of a publication stand in the
        experiments' `expect` (`experiments/published/*.yaml`), as printed and with the distance that is allowed, so that `run` checks
        them; those that need no network come from [theory](theory.md). Where a publication draws curves and prints no numbers, the table
        says what it claims. This page is written by

            FANIN_UPDATE=1 dotnet test tests/Experiments.Tests --filter Reproductions

        which computes every number and draws every figure anew; without the variable the test fails where the page is no longer true.


        """;

    private readonly Dictionary<Publication, IReadOnlyList<PublishedNumber>> _numbers = [];

    /// <summary>The text.</summary>
    public string Text()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("| publication | shown | agreement |\n| --- | --- | --- |\n");
        foreach (var publication in Publications.All)
            page.Append($"| [{publication.Title}](#{Anchor(publication.Title)}) | {publication.Shown} | {Agreement(publication)} |\n");
        foreach (var publication in Publications.All)
            Append(page, publication);
        return page.ToString();
    }

    /// <summary>Draws all figures into a folder.</summary>
    public void Draw(string directory)
    {
        foreach (string figure in Publications.All.SelectMany(publication => publication.Figures))
            Draw(figure, Path.Combine(directory, FileOf(figure)));
    }

    /// <summary>What a publication says and FanIn computes.</summary>
    public IReadOnlyList<PublishedNumber> Numbers(Publication publication)
    {
        if (!_numbers.TryGetValue(publication, out var numbers))
            _numbers[publication] = numbers = publication.Numbers();
        return numbers;
    }

    private void Append(StringBuilder page, Publication publication)
    {
        string text = publication.Text.Length > 0 ? publication.Text
            : GalleryRuns.All(publication.Experiment)[0].Definition.Description;
        page.Append($"\n## {publication.Title}\n\n{Wrapped(text)}\n\n");
        if (publication.Experiment.Length > 0)
            page.Append($"    dotnet run --project experiments -- run --filter '{publication.Experiment}*'\n\n");
        if (publication.Experiment.Length > 0 && publication.HasExpectations)
            ExpectationTables.Append(page, GalleryRuns.All(publication.Experiment));
        if (Numbers(publication).Count > 0)
        {
            page.Append("| quantity | place | published | ours |\n| --- | --- | --- | --- |\n");
            foreach (var number in Numbers(publication))
                page.Append($"| {number.Quantity} | {number.Place} | {number.Published} | {number.Ours} |\n");
            page.Append('\n');
        }

        foreach (string figure in publication.Figures)
            page.Append($"![{figure.Replace("#", ": ", StringComparison.Ordinal)}]({Folder}/{FileOf(figure)})\n");
    }

    /// <summary>Lines of at most 130 characters.</summary>
    private static string Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (string word in text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines[^1].Length + 1 + word.Length > 130)
                lines.Add("");
            lines[^1] += lines[^1].Length == 0 ? word : " " + word;
        }

        return string.Join('\n', lines);
    }

    private string Agreement(Publication publication)
    {
        var (held, all) = publication.Experiment.Length > 0 && publication.HasExpectations
            ? ExpectationTables.Count(GalleryRuns.All(publication.Experiment)) : (0, 0);
        held += Numbers(publication).Count(number => number.Agrees);
        all += Numbers(publication).Count;
        return FormattableString.Invariant($"{held} of {all}");
    }

    private void Draw(string figure, string path)
    {
        string id = figure.Split('#')[0];
        string name = id.Split('/')[0];
        var results = GalleryRuns.All(name).Where(result => id == name || result.Definition.Id == id).ToList();
        if (figure.EndsWith("#depth", StringComparison.Ordinal))
            KindFigure.Save(FigureKind.Depth, results, path);
        else if (figure.EndsWith("#loss", StringComparison.Ordinal))
            LossFigure.Save(results, path);
        else if (results.Count > 1)
            ContactSheet.Save(results, path);
        else
            ExperimentFigure.Save(results[0], path);
    }

    private static string FileOf(string figure) => figure.Replace('/', '-').Replace('#', '-') + ".png";

    private static string Anchor(string title) =>
        new([.. title.ToLowerInvariant().Where(letter => char.IsLetterOrDigit(letter) || letter == ' ').Select(Dashed)]);

    private static char Dashed(char letter) => letter == ' ' ? '-' : letter;
}
