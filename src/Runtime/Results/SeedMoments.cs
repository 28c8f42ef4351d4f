namespace FanIn.Runtime.Results;

/// <summary>
/// Mean, spread and extremes of numbers that come one after the other (Welford, Technometrics 4, 1962): the same numbers in the same
/// order give the same bits, and equal numbers a spread of exactly 0.
/// </summary>
internal struct SeedMoments
{
    private long _count;
    private double _mean;
    private double _squares;
    private double _notFinite;
    private double _min;
    private double _max;

    /// <summary>Takes the next number.</summary>
    public void Add(double value)
    {
        _count++;
        (_min, _max) = _count == 1 ? (value, value) : (Math.Min(_min, value), Math.Max(_max, value));
        if (!double.IsFinite(value))
        {
            _notFinite += value;
            return;
        }

        var difference = value - _mean;
        _mean += difference / _count;
        _squares += difference * (value - _mean);
    }

    /// <summary>Of all numbers so far; the mean is NumPy's, ±∞ or NaN, where one is not finite.</summary>
    public readonly SeedStatistic Statistic()
    {
        bool isFinite = _notFinite == 0;
        double sd = isFinite && _count > 1 ? Math.Sqrt(_squares / (_count - 1)) : double.NaN;
        return new(isFinite ? _mean : _notFinite, sd, _min, _max);
    }
}
