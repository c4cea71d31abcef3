using System.Text;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// A column of text. Most have few different values (codes, states, days, sources): each is converted once and then shared, by its bytes,
/// in a slot that another value may take. Long ones are documents and notes, seldom the same twice: they are not kept.
/// </summary>
internal sealed class TextColumn<T>(Func<string, T> convert, int place)
{
    private const int Slots = 4096;
    private const int LongestKept = 256;

    // Read and replaced whole, by any thread.
    private readonly Known?[] known = new Known?[Slots];

    public T Read(sqlite3_stmt statement)
    {
        // The bytes of a text, without making a string of them first.
        var text = raw.sqlite3_column_blob(statement, place);
        if (text.Length > LongestKept)
            return Convert(text);
        ref var slot = ref known[SlotOf(text)];
        var kept = Volatile.Read(ref slot);
        if (kept is null || !text.SequenceEqual(kept.Text))
            Volatile.Write(ref slot, kept = new Known(text.ToArray(), Convert(text)));
        return kept.Value;
    }

    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        var hash = new HashCode();
        hash.AddBytes(text);
        return hash.ToHashCode() & (Slots - 1);
    }

    private T Convert(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        try
        {
            return convert(text);
        }
        catch (Exception failure) when (failure is FormatException or OverflowException or ArgumentException or InvalidOperationException)
        {
            throw StoreException.Unreadable(text, typeof(T).Name, failure);
        }
    }

    private sealed record Known(byte[] Text, T Value);
}
