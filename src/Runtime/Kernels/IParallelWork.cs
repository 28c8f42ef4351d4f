namespace FanIn.Runtime.Kernels;

/// <summary>Work in numbered items that are independent of each other: any thread may do any of them in any order.</summary>
internal interface IParallelWork
{
    /// <summary>Does one item.</summary>
    /// <param name="item">0 … count − 1.</param>
    /// <param name="worker">Which of the team does it, 0 … Threads − 1: no two at once have the same, so that it can index scratch
    /// memory.</param>
    void Do(int item, int worker);
}
