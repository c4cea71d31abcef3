using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReferralDirectory.Platform;

/// <summary>
/// JSON as it is being written, in a buffer that is used again: the bytes that System.Text.Json would write by <see cref="StrictJson"/>,
/// in a fraction of the time, for answers that are large and asked for often. Members without a value are left out. Every value is
/// followed by a comma, which the bracket behind the last one takes back: so what was written once can be written again anywhere.
/// </summary>
internal sealed class JsonText : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 128 * 1024;
    private const int MostKept = 1024 * 1024;
    private const int MostBytesOfNumber = 40;
    private const int MostBytesOfCharacter = 3;

    private static readonly JavaScriptEncoder Encoder = StrictJson.Options.Encoder!;

    [ThreadStatic]
    private static JsonText? spare;

    private static ReadOnlySpan<int> PowersOfTen => [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];

    private byte[] buffer = new byte[FirstSize];
    private int length;

    private JsonText()
    {
    }

    /// <summary>The one value that was written, without the comma behind it.</summary>
    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length - 1);

    /// <summary>Where the next value, or the name before it, will be.</summary>
    public int Position => length;

    public static JsonText Rent()
    {
        var text = spare ?? new JsonText();
        spare = null;
        text.length = 0;
        return text;
    }

    public void Dispose()
    {
        if (buffer.Length <= MostKept)
            spare = this;
    }

    public void BeginObject() => Add((byte)'{');

    public void BeginObject(ReadOnlySpan<byte> name)
    {
        Name(name);
        Add((byte)'{');
    }

    public void EndObject() => End((byte)'}');

    public void BeginArray(ReadOnlySpan<byte> name)
    {
        Name(name);
        Add((byte)'[');
    }

    public void EndArray() => End((byte)']');

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            Member(name, value.AsSpan());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Name(name);
        Text(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Raw(known ? "true,"u8 : "false,"u8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, long? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Number(known);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Number(known);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, double? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Number(known);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Member(ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Day(known);
    }

    /// <param name="name">Of the member.</param>
    /// <param name="items">None: the member is left out.</param>
    /// <param name="of">The text of an item.</param>
    public void Texts<T>(ReadOnlySpan<byte> name, ImmutableArray<T> items, Func<T, string> of)
    {
        if (!items.IsEmpty)
            AllTexts(name, items, of);
    }

    /// <summary>The same, with an empty array when there is no item.</summary>
    public void AllTexts<T>(ReadOnlySpan<byte> name, ImmutableArray<T> items, Func<T, string> of)
    {
        BeginArray(name);
        foreach (var item in items)
            Text(of(item));
        EndArray();
    }

    /// <summary>A whole number of tenths, hundredths, … millionths, without the zeros at its end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FixedPoint(ReadOnlySpan<byte> name, long value, int decimals)
    {
        Name(name);
        FixedPoint(value, decimals);
    }

    /// <summary>What is rare, as the serialiser writes it.</summary>
    public void Other<T>(ReadOnlySpan<byte> name, T value)
    {
        Name(name);
        using (var writer = new Utf8JsonWriter(this, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true }))
            JsonSerializer.Serialize(writer, value, StrictJson.Options);
        Add((byte)',');
    }

    /// <summary>Values that were written here before. A bracket may have taken the last comma back since.</summary>
    public void Again(int start, int count)
    {
        Reserve(count);
        buffer.AsSpan(start, count - 1).CopyTo(buffer.AsSpan(length));
        length += count - 1;
        Add((byte)',');
    }

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    // Put in where it is called, it knows how long the name is, and copies it in a few instructions.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Name(ReadOnlySpan<byte> name)
    {
        Reserve(name.Length + 3);
        var target = buffer.AsSpan(length, name.Length + 3);
        target[0] = (byte)'"';
        name.CopyTo(target[1..]);
        target[name.Length + 1] = (byte)'"';
        target[name.Length + 2] = (byte)':';
        length += name.Length + 3;
    }

    private void Text(ReadOnlySpan<char> value)
    {
        Reserve(value.Length + 3);
        var target = buffer.AsSpan(length, value.Length + 3);
        if (PlainAscii.TryCopy(value, target[1..]))
        {
            target[^1] = (byte)',';
            target[^2] = (byte)'"';
            target[0] = (byte)'"';
            length += target.Length;
        }
        else
        {
            Escaped(value.ToString());
        }
    }

    private void Escaped(string value)
    {
        var escaped = Encoder.Encode(value);
        Reserve((escaped.Length * MostBytesOfCharacter) + 3);
        Add((byte)'"');
        length += Encoding.UTF8.GetBytes(escaped, buffer.AsSpan(length));
        Raw("\","u8);
    }

    private void Number(long value)
    {
        Reserve(MostBytesOfNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        length += written;
        Add((byte)',');
    }

    private void Number(decimal value)
    {
        Reserve(MostBytesOfNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        length += written;
        Add((byte)',');
    }

    /// <summary>The shortest text that is read back as the same number; for up to four decimals that is the number of them itself.</summary>
    private void Number(double value)
    {
        const int Decimals = 4;
        const double Scale = 10_000;
        var scaled = Math.Round(value * Scale);
        if (Math.Abs(value) < 1e9 && scaled / Scale == value && !(value == 0 && double.IsNegative(value)))
        {
            FixedPoint((long)scaled, Decimals);
            return;
        }

        Reserve(MostBytesOfNumber);
        Utf8Formatter.TryFormat(value, buffer.AsSpan(length), out var written);
        length += written;
        Add((byte)',');
    }

    private void FixedPoint(long value, int decimals)
    {
        Reserve(MostBytesOfNumber);
        var target = buffer.AsSpan(length);
        while (decimals > 0 && value % 10 == 0)
            (value, decimals) = (value / 10, decimals - 1);
        var written = 0;
        if (value < 0)
            target[written++] = (byte)'-';
        var (whole, rest) = Math.DivRem(Math.Abs(value), PowersOfTen[decimals]);
        Utf8Formatter.TryFormat(whole, target[written..], out var digits);
        written += digits;
        if (decimals > 0)
            target[written++] = (byte)'.';
        for (var place = decimals - 1; place >= 0; place--, rest /= 10)
            target[written + place] = (byte)('0' + (rest % 10));
        length += written + decimals;
        Add((byte)',');
    }

    private void Day(DateOnly value)
    {
        Reserve(MostBytesOfNumber);
        Add((byte)'"');
        value.TryFormat(buffer.AsSpan(length), out var written, "o", CultureInfo.InvariantCulture);
        length += written;
        Raw("\","u8);
    }

    private void Raw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(buffer.AsSpan(length));
        length += json.Length;
    }

    private void End(byte bracket)
    {
        Reserve(2);
        if (buffer[length - 1] == ',')
            length--;
        buffer[length++] = bracket;
        buffer[length++] = (byte)',';
    }

    private void Add(byte character)
    {
        Reserve(1);
        buffer[length++] = character;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (buffer.Length - length < count)
            Grow(count);
    }

    private void Grow(int count) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
}
