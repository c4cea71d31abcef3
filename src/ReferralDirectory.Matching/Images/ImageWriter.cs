using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ReferralDirectory.Matching.Images;

/// <summary>
/// Writes columns as they lie in memory, to be read by a process of the same build on the same kind of machine. Each method has its
/// mirror of the same name in <see cref="ImageReader"/>.
/// </summary>
internal sealed class ImageWriter(IBufferWriter<byte> to)
{
    public void Value<T>(T value)
        where T : unmanaged
    {
        MemoryMarshal.Write(to.GetSpan(Unsafe.SizeOf<T>()), in value);
        to.Advance(Unsafe.SizeOf<T>());
    }

    public void Column<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        Value(values.Length);
        to.Write(MemoryMarshal.AsBytes(values));
    }

    public void Text(string text) => Column<byte>(Encoding.UTF8.GetBytes(text));

    public void Day(DateOnly day) => Value(day.DayNumber);

    /// <param name="row">One without a bit may be null.</param>
    public void Row(ulong[]? row) => Column<ulong>(row);

    public void Rows(ulong[]?[] rows)
    {
        foreach (var row in rows)
            Row(row);
    }

    /// <summary>What may not be there.</summary>
    public void Optional<T>(T? value, Action<T, ImageWriter> write)
        where T : class
    {
        Value(value is not null);
        if (value is not null)
            write(value, this);
    }
}
