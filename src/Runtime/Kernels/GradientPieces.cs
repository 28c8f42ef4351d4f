using System.Numerics;

namespace FanIn.Runtime.Kernels;

/// <summary>Some units before, of one of several weight gradients.</summary>
/// <param name="Task">Which of them.</param>
/// <param name="First">The first unit.</param>
/// <param name="End">The one behind the last.</param>
internal readonly record struct GradientPiece(int Task, int First, int End);

/// <summary>
/// Weight gradients cut for several threads: into even parts of all their tiles, and where one ends. So most layers are of one piece, and
/// one thread lays their da out.
/// </summary>
/// <param name="threads">How many share the work.</param>
/// <param name="tileUnits">Units before in a tile.</param>
/// <param name="mostTasks">There are so many gradients or fewer.</param>
internal sealed class GradientPieces(int threads, int tileUnits, int mostTasks)
{
    private readonly GradientPiece[] _pieces = new GradientPiece[mostTasks + threads];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>One of them.</summary>
    public GradientPiece this[int index] => _pieces[index];

    /// <summary>Cuts anew.</summary>
    public void Cut<T>(ReadOnlySpan<GradientTask<T>> tasks)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var (total, done, part) = (0L, 0L, 1);
        foreach (ref readonly var task in tasks)
            total += Work(task);
        Count = 0;
        for (var i = 0; i < tasks.Length; i++)
        {
            var (units, tiles, cost) = (tasks[i].Input.Units, Tiles(tasks[i].Input.Units), tasks[i].Gradient.Units);
            for (int first = 0, end; first < tiles; first = end)
            {
                end = tiles;
                for (; part < threads; part++)
                {
                    var cut = ((total * part / threads) - done + (cost / 2)) / cost;     // to the nearest tile
                    if (cut <= first)
                        continue;
                    end = (int)Math.Min(tiles, cut);
                    break;
                }

                _pieces[Count++] = new(i, first * tileUnits, Math.Min(units, end * tileUnits));
            }

            done += Work(tasks[i]);
        }
    }

    private long Work<T>(in GradientTask<T> task)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => (long)Tiles(task.Input.Units) * task.Gradient.Units;

    private int Tiles(int units) => (units + tileUnits - 1) / tileUnits;
}
