using System.Text;

namespace FanIn.Runtime.Streams;

/// <summary>What a counter-based stream knows a tensor by: 64-bit FNV-1a of its path's UTF-8 bytes.</summary>
/// <param name="Value">The hash.</param>
public readonly record struct TensorKey(ulong Value)
{
    /// <summary>The key of a path: <c>input</c>, <c>hidden/3/weights</c>, <c>hidden/3/bias</c>, <c>upstream</c>.</summary>
    public static TensorKey Of(string path)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var unit in Encoding.UTF8.GetBytes(path))
            hash = (hash ^ unit) * 0x100000001B3;
        return new(hash);
    }
}
