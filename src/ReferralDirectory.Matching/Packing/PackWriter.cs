using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Text;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Packing;

/// <summary>
/// Writes values in as few bytes as they need: whole numbers seven bits to a byte, what is not stated as one zero. Each method has its
/// mirror of the same name in <see cref="PackReader"/>.
/// </summary>
internal sealed class PackWriter(SharedParts shared) : IDisposable
{
    /// <summary>Numbers with at most six decimals are written as millionths.</summary>
    public const double Millionth = 1e6;

    private const int LongestNumber = 10;
    private const double GreatestMillionths = 1L << 52;

    private (Provenance? From, int Number) last;
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(4096);

    /// <summary>Days near this one are short.</summary>
    public static int NearDay { get; } = new DateOnly(2026, 1, 1).DayNumber;

    public int Length { get; private set; }

    public byte[] ToArray() => buffer[..Length];

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    /// <param name="value">Zero or more.</param>
    public void Number(long value)
    {
        var room = Room(LongestNumber);
        var rest = (ulong)value;
        var i = 0;
        for (; rest > 0x7F; rest >>= 7)
            room[i++] = (byte)(rest | 0x80);
        room[i++] = (byte)rest;
        Length += i;
    }

    /// <param name="value">Zero or more.</param>
    public void OptionalNumber(long? value) => Number(value + 1 ?? 0);

    /// <summary>Small numbers of either sign are short.</summary>
    public void Signed(long value) => Number((value << 1) ^ (value >> 63));

    public void YesNo(bool value) => Number(value ? 1 : 0);

    public void OptionalYesNo(bool? value) => OptionalNumber(value is { } stated ? stated ? 1 : 0 : null);

    public void Day(DateOnly day) => Signed(day.DayNumber - NearDay);

    public void OptionalDay(DateOnly? day)
    {
        var away = day?.DayNumber - NearDay;
        Signed(away >= 0 ? away.Value + 1 : away ?? 0);
    }

    /// <summary>The very number, to the last bit.</summary>
    public void Real(double value)
    {
        var millionths = Math.Round(value * Millionth);
        var isShort = Math.Abs(millionths) < GreatestMillionths && BitConverter.DoubleToInt64Bits(millionths / Millionth) == BitConverter.DoubleToInt64Bits(value);
        YesNo(isShort);
        if (isShort)
        {
            Signed((long)millionths);
            return;
        }

        BinaryPrimitives.WriteDoubleLittleEndian(Room(sizeof(double)), value);
        Length += sizeof(double);
    }

    /// <summary>With its trailing zeros: 95.00 stays 95.00.</summary>
    public void Amount(decimal value)
    {
        foreach (var part in decimal.GetBits(value))
            Number((uint)part);
    }

    /// <summary>A text that few share.</summary>
    public void Text(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Number(length);
        Length += Encoding.UTF8.GetBytes(text, Room(length));
    }

    /// <summary>The same, of what no gate and no rule asks for.</summary>
    public void ShownText(string text) => Text(text);

    public void OptionalText(string? text)
    {
        YesNo(text is not null);
        if (text is not null)
            Text(text);
    }

    public void OptionalShownText(string? text) => OptionalText(text);

    /// <summary>A text that many share.</summary>
    public void Word(string word) => Number(shared.Words.NumberOf(word));

    public void OptionalWord(string? word) => OptionalNumber(word is null ? null : shared.Words.NumberOf(word));

    /// <summary>Mostly the same as the one before.</summary>
    public void From(Provenance from)
    {
        if (from != last.From)
            last = (from, shared.Provenances.NumberOf(from));
        Number(last.Number);
    }

    public void Sourced<T>(Sourced<T> value, Action<PackWriter, T> write)
    {
        write(this, value.Value);
        From(value.From);
    }

    public void OptionalSourced<T>(Sourced<T>? value, Action<PackWriter, T> write)
    {
        YesNo(value is not null);
        if (value is not null)
            Sourced(value, write);
    }

    public void Each<T>(ImmutableArray<T> items, Action<PackWriter, T> write)
    {
        Number(items.Length);
        foreach (var item in items)
            write(this, item);
    }

    public void EachShown<T>(ImmutableArray<T> items, Action<PackWriter, T> write) => Each(items, write);

    private Span<byte> Room(int bytes)
    {
        if (buffer.Length - Length < bytes)
            Grow(bytes);
        return buffer.AsSpan(Length);
    }

    private void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(buffer.Length * 2, Length + bytes));
        buffer.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
