using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace ReferralDirectory.Matching.Images;

/// <summary>Reads what <see cref="ImageWriter"/> wrote, by the methods of the same names in the same order.</summary>
internal sealed class ImageReader(ReadOnlyMemory<byte> from)
{
    private int next;

    public T Value<T>()
        where T : unmanaged => MemoryMarshal.Read<T>(Take(Unsafe.SizeOf<T>()));

    public T[] Column<T>()
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(Value<int>());
        Take(values.Length * Unsafe.SizeOf<T>()).CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }

    public string Text() => Encoding.UTF8.GetString(Take(Value<int>()));

    public DateOnly Day() => DateOnly.FromDayNumber(Value<int>());

    public ulong[]? Row() => Column<ulong>() is { Length: > 0 } row ? row : null;

    /// <param name="rows">Takes them: as many as were written.</param>
    public void Rows(ulong[]?[] rows)
    {
        foreach (ref var row in rows.AsSpan())
            row = Row();
    }

    public T? Optional<T>(Func<ImageReader, T> read)
        where T : class => Value<bool>() ? read(this) : null;

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = from.Span.Slice(next, length);
        next += length;
        return taken;
    }
}
