using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Training;

/// <summary>How a step changes a parameter, element by element; w is the element, g its gradient.</summary>
public interface IOptimizer
{
    /// <summary>Numbers that it keeps for each element from step to step, all 0 before the first: 0, 1 or 2.</summary>
    static abstract int StatesPerElement { get; }

    /// <summary>Begins the next step.</summary>
    void Advance();

    /// <summary>The element after the step.</summary>
    /// <param name="w">The element.</param>
    /// <param name="g">Its gradient.</param>
    /// <param name="first">The first number that is kept; 0 where there is none.</param>
    /// <param name="second">The second.</param>
    TVector Step<TVector>(TVector w, TVector g, ref TVector first, ref TVector second)
        where TVector : struct, IVector<TVector>;
}
