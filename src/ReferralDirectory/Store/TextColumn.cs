using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using SQLitePCL;

namespace ReferralDirectory.Store;

/// <summary>
/// A column of text. Most have few different values (codes, states, days, sources): each is converted once and then shared, by its bytes,
/// in a slot that another value may take. Long ones are documents and notes, seldom the same twice: they are not kept; nor are those of a
/// column whose first values hardly came again, as names and numbers do not.
/// </summary>
internal sealed class TextColumn<T>(Func<string, T> convert, int place)
{
    private const int SlotBits = 12;
    private const int Slots = 1 << SlotBits;

    /// <summary>2⁶⁴ by the golden ratio: brings every bit to the top ones.</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    private const int LongestKept = 256;

    /// <summary>Values by which a column shows whether they come again.</summary>
    private const int Trial = 8_192;

    // Read and replaced whole, by any thread.
    private readonly Known?[] known = new Known?[Slots];

    // Counted by any thread, and no matter if one counts over another.
    private int tried;
    private int cameAgain;
    private bool seldomComeAgain;

    public T Read(sqlite3_stmt statement)
    {
        // The bytes of a text, without making a string of them first.
        var text = raw.sqlite3_column_blob(statement, place);
        if (seldomComeAgain || text.Length > LongestKept)
            return Convert(text);
        ref var slot = ref known[SlotOf(text)];
        var kept = Volatile.Read(ref slot);
        var comesAgain = kept is not null && text.SequenceEqual(kept.Text);
        if (!comesAgain)
            Volatile.Write(ref slot, kept = new Known(text.ToArray(), Convert(text)));
        if (tried < Trial)
            Count(comesAgain);
        return kept!.Value;
    }

    private void Count(bool comesAgain)
    {
        cameAgain += comesAgain ? 1 : 0;
        if (++tried == Trial)
            seldomComeAgain = cameAgain < Trial / 2;
    }

    /// <summary>By the ends and the middle, which tell days, codes and sources apart; what differs elsewhere shares a slot.</summary>
    private static int SlotOf(ReadOnlySpan<byte> text)
    {
        const int Part = sizeof(ulong);
        ulong hash;
        if (text.Length >= Part)
        {
            var middle = (text.Length - Part) / 2;
            hash = BinaryPrimitives.ReadUInt64LittleEndian(text)
                ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(text[middle..]), 23)
                ^ BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(text[^Part..]), 41);
        }
        else
        {
            hash = 0;
            foreach (var letter in text)
                hash = (hash << Part) | letter;
        }

        return (int)(((hash + (ulong)text.Length) * Spread) >> (64 - SlotBits));
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
