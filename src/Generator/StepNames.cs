namespace FanIn.Generator;

/// <summary>The tracked steps of the pipeline; tests enumerate them, so that none goes unwatched.</summary>
public static class StepNames
{
    /// <summary>The project's directory.</summary>
    public const string ProjectDirectory = nameof(ProjectDirectory);

    /// <summary>What generated files take from their project.</summary>
    public const string Project = nameof(Project);

    /// <summary>One text per experiment file.</summary>
    public const string Files = nameof(Files);

    /// <summary>What was read from each file: a model, an outline, diagnostics.</summary>
    public const string Parsed = nameof(Parsed);

    /// <summary>The diagnostics of each file.</summary>
    public const string Diagnostics = nameof(Diagnostics);

    /// <summary>What is wrong with the user's own types, for each file that names any.</summary>
    public const string UserTypes = nameof(UserTypes);

    /// <summary>The files that name a type which is unfit for its place.</summary>
    public const string Unfit = nameof(Unfit);

    /// <summary>What each file's source depends on: nothing that has a position.</summary>
    public const string Contents = nameof(Contents);

    /// <summary>What is wrong between files.</summary>
    public const string Conflicts = nameof(Conflicts);

    /// <summary>The files that lost a conflict and are not emitted.</summary>
    public const string Losers = nameof(Losers);

    /// <summary>The names of all experiments.</summary>
    public const string Catalog = nameof(Catalog);

    /// <summary>The files to emit, with their namespace.</summary>
    public const string Sources = nameof(Sources);
}
