using FanIn.Dsl.Text;

namespace FanIn.Dsl.Yaml;

/// <summary>A node of the YAML tree, with the place of its text.</summary>
internal abstract class YamlNode(TextRange range)
{
    public TextRange Range { get; } = range;

    /// <summary>What it is, for messages: <c>a list</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>Where something stood that has been reported already: whoever reads it stays silent.</summary>
internal sealed class YamlInvalid(TextRange range) : YamlNode(range)
{
    public override string Kind => "something unreadable";
}

/// <summary>Text, a number, or nothing. What it means is decided by who reads it.</summary>
internal sealed class YamlScalar(string value, bool isPlain, int? contentStart, SourceText source, TextRange range) : YamlNode(range)
{
    public string Value { get; } = value;

    /// <summary>Neither quoted nor a block.</summary>
    public bool IsPlain { get; } = isPlain;

    /// <summary>Nothing was written.</summary>
    public bool IsEmpty => IsPlain && Value.Length == 0;

    public override string Kind => IsEmpty ? "nothing" : Words.Quote(Value);

    /// <summary>Whether it ends in a percent sign: <c>0.3 %</c>.</summary>
    public bool IsPercentage => Value.EndsWith("%", StringComparison.Ordinal);

    /// <summary>The same without the percent sign that it may end in.</summary>
    public YamlScalar WithoutPercent =>
        IsPercentage ? new(Value.Substring(0, Value.Length - 1).TrimEnd(), IsPlain, contentStart, source, Range) : this;

    /// <summary>Another text at the same place.</summary>
    public YamlScalar As(string text) => new(text, IsPlain, null, source, Range);

    /// <summary>The place of a part of the value; of the whole scalar where escapes or line folds part the value from its text.</summary>
    public TextRange Part(int offset, int length) =>
        contentStart is { } start ? source.Range(start + offset, start + offset + length) : Range;
}

/// <summary>A list.</summary>
internal sealed class YamlSequence(IReadOnlyList<YamlNode> items, TextRange range) : YamlNode(range)
{
    public IReadOnlyList<YamlNode> Items { get; } = items;

    public override string Kind => "a list";
}

/// <summary>A mapping, in the order of the file. Its keys differ.</summary>
internal sealed class YamlMapping(IReadOnlyList<YamlEntry> entries, TextRange range) : YamlNode(range)
{
    public IReadOnlyList<YamlEntry> Entries { get; } = entries;

    public override string Kind => "a mapping";
}

/// <summary>A key and its value.</summary>
internal readonly record struct YamlEntry(YamlScalar Key, YamlNode Value);
