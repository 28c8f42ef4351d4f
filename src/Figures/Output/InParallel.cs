using System.Runtime.ExceptionServices;

namespace FanIn.Figures.Output;

/// <summary>Work that is done side by side and looks as if it were done in order.</summary>
internal static class InParallel
{
    /// <summary>
    /// What each item gives, in their order. When some throw, the exception of the first of them in order is thrown, after all before it
    /// were done; of those after it some may have been.
    /// </summary>
    public static TResult[] Map<T, TResult>(IReadOnlyList<T> items, Func<T, TResult> map, FigureRun run)
    {
        var results = new TResult[items.Count];
        var errors = new ExceptionDispatchInfo?[items.Count];
        var done = 0;
        var gate = new Lock();
        Parallel.For(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = run.Threads }, (i, loop) =>
        {
            try
            {
                results[i] = map(items[i]);
            }
            catch (Exception e)
            {
                errors[i] = ExceptionDispatchInfo.Capture(e);
                loop.Break();
                return;
            }

            lock (gate)
                run.Drawn?.Invoke(++done, items.Count);
        });
        errors.FirstOrDefault(error => error is not null)?.Throw();
        return results;
    }
}
