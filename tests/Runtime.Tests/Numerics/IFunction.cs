using System.Numerics;
using FanIn.Runtime.Numerics;

namespace FanIn.Runtime.Tests.Numerics;

/// <summary>A function of the product beside its exact value, and what its docstring claims.</summary>
internal interface IFunction
{
    static abstract string Name { get; }

    /// <summary>The largest error in ulp.</summary>
    static abstract (double Double, double Single) Claim { get; }

    static abstract TVector Apply<TVector>(TVector x)
        where TVector : struct, IVector<TVector>;

    /// <summary>For finite arguments at which the function is neither infinite nor NaN.</summary>
    static abstract Scaled Exact(double x);

    /// <summary>Arguments that cover the function's domain, its ends and its difficult places.</summary>
    static abstract T[] Points<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}
