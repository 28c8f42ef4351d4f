namespace FanIn.Runtime.Activations;

/// <summary>Kinks whose places depend on an activation's numbers. Generated code calls it.</summary>
public static class ActivationKinks
{
    /// <summary>Each finite place once, ascending; no place for NaN or infinities.</summary>
    public static IReadOnlyList<double> Ascending(params ReadOnlySpan<double> places)
    {
        var kinks = new SortedSet<double>();
        foreach (var place in places)
        {
            if (double.IsFinite(place))
                kinks.Add(place);
        }

        return [.. kinks];
    }
}
