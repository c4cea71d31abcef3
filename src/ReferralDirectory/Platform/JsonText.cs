using System.Buffers;
using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ReferralDirectory.Platform;

/// <summary>
/// JSON as it is being written, in a buffer that is used again: the bytes that System.Text.Json would write by <see cref="StrictJson"/>,
/// in a fraction of the time, for answers that are large and asked for often. Members without a value are left out.
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

    public int Length => length;

    public ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

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

    public void BeginObject()
    {
        Separate();
        Add((byte)'{');
    }

    public void BeginObject(ReadOnlySpan<byte> name)
    {
        Name(name);
        Add((byte)'{');
    }

    public void EndObject() => Add((byte)'}');

    public void BeginArray(ReadOnlySpan<byte> name)
    {
        Name(name);
        Add((byte)'[');
    }

    public void EndArray() => Add((byte)']');

    public void Member(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            Member(name, value.AsSpan());
    }

    public void Member(ReadOnlySpan<byte> name, ReadOnlySpan<char> value)
    {
        Name(name);
        Text(value);
    }

    public void Member(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Raw(known ? "true"u8 : "false"u8);
    }

    public void Member(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } known)
            FixedPoint(name, known, 0);
    }

    public void Member(ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Reserve(MostBytesOfNumber);
        Utf8Formatter.TryFormat(known, buffer.AsSpan(length), out var written);
        length += written;
    }

    public void Member(ReadOnlySpan<byte> name, double? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Reserve(MostBytesOfNumber);
        length += Number(known, buffer.AsSpan(length));
    }

    public void Member(ReadOnlySpan<byte> name, DateOnly? value)
    {
        if (value is not { } known)
            return;
        Name(name);
        Reserve(MostBytesOfNumber);
        Add((byte)'"');
        known.TryFormat(buffer.AsSpan(length), out var written, "o", CultureInfo.InvariantCulture);
        length += written;
        Add((byte)'"');
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
        {
            Separate();
            Text(of(item));
        }

        EndArray();
    }

    /// <summary>A whole number of tenths, hundredths, … millionths, without the zeros at its end.</summary>
    public void FixedPoint(ReadOnlySpan<byte> name, long value, int decimals)
    {
        Name(name);
        Reserve(MostBytesOfNumber);
        length += FixedPoint(value, decimals, buffer.AsSpan(length));
    }

    /// <summary>What is rare or small, as the serialiser writes it.</summary>
    public void Other<T>(ReadOnlySpan<byte> name, T value)
    {
        Name(name);
        using var writer = new Utf8JsonWriter(this, new JsonWriterOptions { Encoder = Encoder, SkipValidation = true });
        JsonSerializer.Serialize(writer, value, StrictJson.Options);
    }

    /// <summary>Between two values; neither at the beginning nor after a bracket. Done by whatever writes a value, and once only.</summary>
    public void Separate()
    {
        if (length > 0 && buffer[length - 1] is not ((byte)'{' or (byte)'[' or (byte)','))
            Add((byte)',');
    }

    /// <summary>One more value, which is written already, without the comma before it.</summary>
    public void Again(Range written)
    {
        var (offset, count) = written.GetOffsetAndLength(length);
        Reserve(count + 1);
        Separate();
        buffer.AsSpan(offset, count).CopyTo(buffer.AsSpan(length));
        length += count;
    }

    public void Advance(int count) => length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return buffer.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    private void Name(ReadOnlySpan<byte> name)
    {
        Reserve(name.Length + 4);
        Separate();
        var target = buffer.AsSpan(length, name.Length + 3);
        target[^1] = (byte)':';
        target[^2] = (byte)'"';
        target[0] = (byte)'"';
        name.CopyTo(target[1..]);
        length += target.Length;
    }

    private void Text(ReadOnlySpan<char> value)
    {
        Reserve(value.Length + 2);
        var target = buffer.AsSpan(length, value.Length + 2);
        if (PlainAscii.TryCopy(value, target[1..]))
        {
            target[0] = (byte)'"';
            target[^1] = (byte)'"';
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
        Reserve((escaped.Length * MostBytesOfCharacter) + 2);
        Add((byte)'"');
        length += Encoding.UTF8.GetBytes(escaped, buffer.AsSpan(length));
        Add((byte)'"');
    }

    private void Raw(ReadOnlySpan<byte> json)
    {
        Reserve(json.Length);
        json.CopyTo(buffer.AsSpan(length));
        length += json.Length;
    }

    private void Add(byte character)
    {
        Reserve(1);
        buffer[length++] = character;
    }

    private void Reserve(int count)
    {
        if (buffer.Length - length < count)
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + count));
    }

    /// <summary>The shortest text that is read back as the same number; for up to four decimals that is the number of them itself.</summary>
    private static int Number(double value, Span<byte> target)
    {
        const int Decimals = 4;
        const double Scale = 10_000;
        var scaled = Math.Round(value * Scale);
        if (Math.Abs(value) < 1e9 && scaled / Scale == value && !(value == 0 && double.IsNegative(value)))
            return FixedPoint((long)scaled, Decimals, target);
        Utf8Formatter.TryFormat(value, target, out var written);
        return written;
    }

    private static int FixedPoint(long value, int decimals, Span<byte> target)
    {
        while (decimals > 0 && value % 10 == 0)
            (value, decimals) = (value / 10, decimals - 1);
        var written = 0;
        if (value < 0)
            target[written++] = (byte)'-';
        var (whole, rest) = Math.DivRem(Math.Abs(value), PowersOfTen[decimals]);
        Utf8Formatter.TryFormat(whole, target[written..], out var digits);
        written += digits;
        if (decimals == 0)
            return written;
        target[written++] = (byte)'.';
        for (var place = decimals - 1; place >= 0; place--, rest /= 10)
            target[written + place] = (byte)('0' + (rest % 10));
        return written + decimals;
    }
}
