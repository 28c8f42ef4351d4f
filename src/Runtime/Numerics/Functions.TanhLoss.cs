using System.Runtime.CompilerServices;

namespace FanIn.Runtime.Numerics;

public static partial class Functions
{
    /// <summary>x − tanh x, relatively accurate also for small x, where it is x³/3; odd to the bit. For |x| &lt; 1.4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector TanhLoss<TVector>(TVector x)
        where TVector : struct, IVector<TVector>
    {
        var z = x * x;
        return x * (z * TanhLossSeries(z));
    }

    /// <summary>(√z − tanh √z) / z√z for 0 ≤ z &lt; 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector TanhLossSeries<TVector>(TVector z)
        where TVector : struct, IVector<TVector>
    {
        if (TVector.IsDouble)
        {
            var q = MultiplyAdd(TVector.Constant(5.3909172818629025e-12), z, -1.277685858178126e-10);
            q = MultiplyAdd(q, z, 1.444729501977441e-09);
            q = MultiplyAdd(q, z, -1.0439868799041006e-08);
            q = MultiplyAdd(q, z, 5.466106138076327e-08);
            q = MultiplyAdd(q, z, -2.2388206359172714e-07);
            q = MultiplyAdd(q, z, 7.603201157545398e-07);
            q = MultiplyAdd(q, z, -2.2522059563752286e-06);
            q = MultiplyAdd(q, z, 6.091012363527326e-06);
            q = MultiplyAdd(q, z, -1.5627196348329588e-05);
            q = MultiplyAdd(q, z, 3.908852835888572e-05);
            q = MultiplyAdd(q, z, -9.681725062176049e-05);
            q = MultiplyAdd(q, z, 0.00023908940949605726);
            q = MultiplyAdd(q, z, -0.0005900151143095634);
            q = MultiplyAdd(q, z, 0.0014558315264487267);
            q = MultiplyAdd(q, z, -0.0035921275576052954);
            q = MultiplyAdd(q, z, 0.008863235474837527);
            q = MultiplyAdd(q, z, -0.021869488532113162);
            q = MultiplyAdd(q, z, 0.053968253968085036);
            q = MultiplyAdd(q, z, -0.13333333333333006);
            q = MultiplyAdd(q, z, 0.3333333333333333);
            return q;
        }
        else
        {
            var q = MultiplyAdd(TVector.Constant(-4.200676812615711e-06), z, 5.184421024750918e-05);
            q = MultiplyAdd(q, z, -0.00030125744524411857);
            q = MultiplyAdd(q, z, 0.0011417914647608995);
            q = MultiplyAdd(q, z, -0.0033651976846158504);
            q = MultiplyAdd(q, z, 0.008761598728597164);
            q = MultiplyAdd(q, z, -0.02184445969760418);
            q = MultiplyAdd(q, z, 0.05396575480699539);
            q = MultiplyAdd(q, z, -0.13333337008953094);
            q = MultiplyAdd(q, z, 0.3333333432674408);
            return q;
        }
    }
}
