using System.Runtime.InteropServices;
using System.Text;

namespace FanIn.Benchmarks.Peers;

/// <summary>
/// Writes an ONNX model of dense layers (MatMul and an activation each) as protobuf, by the field numbers of onnx.proto: a model needs
/// so few of them that a dependency would weigh more.
/// </summary>
public static class OnnxModel
{
    private const int Float = 1, Double = 11;

    /// <summary>The bytes of a model with input <c>x</c> (batch × widths[0]) and output <c>z</c>.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    public static byte[] Dense<T>(int batch, int[] widths, string activation, Func<int, T[]> weights)
        where T : unmanaged
    {
        int type = typeof(T) == typeof(double) ? Double : Float;
        string op = activation switch { "relu" => "Relu", "sigmoid" => "Sigmoid", "tanh" => "Tanh", _ => throw new ArgumentException(activation) };
        var graph = new Message();
        string previous = "x";
        int layers = widths.Length - 1;
        for (int layer = 1; layer <= layers; layer++)
        {
            string output = layer == layers ? "z" : $"z{layer}";
            graph.Field(1, Node("MatMul", [previous, $"w{layer}"], $"a{layer}"));
            graph.Field(1, Node(op, [$"a{layer}"], output));
            previous = output;
        }

        graph.Field(2, "dense");
        for (int layer = 1; layer <= layers; layer++)
        {
            var tensor = new Message().Field(1, widths[layer - 1]).Field(1, widths[layer]).Field(2, type).Field(8, $"w{layer}");
            graph.Field(5, tensor.Field(9, MemoryMarshal.AsBytes<T>(weights(layer - 1)).ToArray()));
        }

        graph.Field(11, ValueInfo("x", type, batch, widths[0])).Field(12, ValueInfo("z", type, batch, widths[^1]));
        return new Message().Field(1, 8).Field(7, graph).Field(8, new Message().Field(1, "").Field(2, 13)).ToArray();
    }

    private static Message Node(string op, string[] inputs, string output)
    {
        var node = new Message();
        foreach (string input in inputs)
            node.Field(1, input);
        return node.Field(2, output).Field(3, $"{op}_{output}").Field(4, op);
    }

    private static Message ValueInfo(string name, int type, params int[] shape)
    {
        var dimensions = new Message();
        foreach (int size in shape)
            dimensions.Field(1, new Message().Field(1, size));
        return new Message().Field(1, name).Field(2, new Message().Field(1, new Message().Field(1, type).Field(2, dimensions)));
    }

    /// <summary>A protobuf message under construction.</summary>
    private sealed class Message
    {
        private readonly MemoryStream _bytes = new();

        public Message Field(int number, int value)
        {
            Varint((ulong)(number << 3));
            Varint((ulong)value);
            return this;
        }

        public Message Field(int number, string text) => Field(number, Encoding.UTF8.GetBytes(text));

        public Message Field(int number, Message inner) => Field(number, inner.ToArray());

        public Message Field(int number, byte[] bytes)
        {
            Varint((ulong)((number << 3) | 2));
            Varint((ulong)bytes.Length);
            _bytes.Write(bytes);
            return this;
        }

        public byte[] ToArray() => _bytes.ToArray();

        private void Varint(ulong value)
        {
            for (; value >= 0x80; value >>= 7)
                _bytes.WriteByte((byte)(value | 0x80));
            _bytes.WriteByte((byte)value);
        }
    }
}
