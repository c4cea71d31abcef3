using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Numerics;
using System.Text;

namespace ReferralDirectory.Store;

/// <summary>The kept texts of each type, for all columns of it.</summary>
internal static class KeptTexts
{
    private static readonly ConcurrentDictionary<Type, object> OfTypes = new();

    /// <param name="type">Of the values.</param>
    /// <param name="convert">Makes one of a text; a type has one such way.</param>
    public static object Of(Type type, Delegate convert) => OfTypes.GetOrAdd(type, _ => Activator.CreateInstance(typeof(KeptTexts<>).MakeGenericType(type), convert)!);
}

/// <summary>
/// What texts of one type mean. Most columns have few different values (codes, states, sources): each is converted once and then shared, by
/// its bytes, in a slot that another value may take. All columns of the type share the slots, which so stay close by. Thread-safe.
/// </summary>
internal sealed class KeptTexts<T>(Func<string, T> convert)
{
    private const int SlotBits = 12;
    private const int Slots = 1 << SlotBits;

    /// <summary>2⁶⁴ by the golden ratio: brings every bit to the top ones.</summary>
    private const ulong Spread = 0x9E37_79B9_7F4A_7C15;

    // Read and replaced whole, by any thread.
    private readonly Known?[] known = new Known?[Slots];

    /// <param name="text">In UTF-8.</param>
    /// <param name="cameAgain">Whether it was kept already.</param>
    public T Recall(ReadOnlySpan<byte> text, out bool cameAgain)
    {
        ref var slot = ref known[SlotOf(text)];
        var kept = Volatile.Read(ref slot);
        cameAgain = kept is not null && text.SequenceEqual(kept.Text);
        if (!cameAgain)
            Volatile.Write(ref slot, kept = new Known(text.ToArray(), Convert(text)));
        return kept!.Value;
    }

    /// <exception cref="StoreException">The text is no such value.</exception>
    public T Convert(ReadOnlySpan<byte> bytes)
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

    /// <summary>By the ends and the middle, which tell codes and sources apart; what differs elsewhere shares a slot.</summary>
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

    private sealed record Known(byte[] Text, T Value);
}
