using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Packing;

/// <summary>Reads what <see cref="PackWriter"/> wrote, by the methods of the same names in the same order.</summary>
/// <param name="shared">What it was written with.</param>
/// <param name="bytes">Of the page.</param>
/// <param name="start">Where on the page.</param>
/// <param name="isForColumns">Leaves out what is only shown, so that a million are unpacked in half the time.</param>
internal sealed class PackReader(SharedParts shared, byte[] bytes, int start, bool isForColumns)
{
    private int next = start;

    public long Number()
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var part = bytes[next++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part <= 0x7F)
                return (long)value;
        }
    }

    public long? OptionalNumber() => Number() is var value and > 0 ? value - 1 : null;

    public int Count() => (int)Number();

    public int? OptionalCount() => (int?)OptionalNumber();

    public long Signed()
    {
        var value = (ulong)Number();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    public bool YesNo() => bytes[next++] != 0;

    public bool? OptionalYesNo() => OptionalNumber() is { } stated ? stated != 0 : null;

    public DateOnly Day() => DateOnly.FromDayNumber(PackWriter.NearDay + (int)Signed());

    public DateOnly? OptionalDay() => Signed() is var away and not 0 ? DateOnly.FromDayNumber(PackWriter.NearDay + (int)(away > 0 ? away - 1 : away)) : null;

    public double Real()
    {
        if (YesNo())
            return Signed() / PackWriter.Millionth;
        var value = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(next));
        next += sizeof(double);
        return value;
    }

    public decimal Amount() => new([(int)Number(), (int)Number(), (int)Number(), (int)Number()]);

    public string Text()
    {
        var length = Count();
        var text = Encoding.UTF8.GetString(bytes, next, length);
        next += length;
        return text;
    }

    /// <summary>Empty for columns: no gate and no rule asks for it.</summary>
    public string ShownText()
    {
        if (!isForColumns)
            return Text();
        var length = Count();
        next += length;
        return "";
    }

    public string? OptionalShownText() => YesNo() ? ShownText() : null;

    public string Word() => shared.Words[Count()];

    public string? OptionalWord() => OptionalCount() is { } number ? shared.Words[number] : null;

    public Provenance From() => shared.Provenances[Count()];

    public Sourced<T> Sourced<T>(Func<PackReader, T> read) => new(read(this), From());

    public Sourced<T>? OptionalSourced<T>(Func<PackReader, T> read) => YesNo() ? Sourced(read) : null;

    public ImmutableArray<T> Each<T>(Func<PackReader, T> read)
    {
        var count = Count();
        if (count == 0)
            return [];
        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(this);
        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }

    /// <summary>None for columns: no gate and no rule asks for them.</summary>
    public ImmutableArray<T> EachShown<T>(Func<PackReader, T> read)
    {
        if (!isForColumns)
            return Each(read);
        for (var count = Count(); count > 0; count--)
            read(this);
        return [];
    }
}
