using System.Diagnostics.CodeAnalysis;

namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>A therapist's identifier, <c>thr_00001a</c>: a stored counter handed out in import order, never reused.</summary>
public readonly record struct TherapistId(long Value) : IComparable<TherapistId>
{
    private const string Prefix = "thr_";

    public static bool TryParse([NotNullWhen(true)] string? text, out TherapistId id)
    {
        var valid = CounterText.TryParse(Prefix, text, out var value);
        id = new TherapistId(value);
        return valid;
    }

    public int CompareTo(TherapistId other) => Value.CompareTo(other.Value);

    public override string ToString() => CounterText.Format(Prefix, Value);
}

/// <summary>The identifier of one therapist at one place (FHIR PractitionerRole), <c>lst_00001a</c>.</summary>
public readonly record struct ListingId(long Value) : IComparable<ListingId>
{
    private const string Prefix = "lst_";

    public static bool TryParse([NotNullWhen(true)] string? text, out ListingId id)
    {
        var valid = CounterText.TryParse(Prefix, text, out var value);
        id = new ListingId(value);
        return valid;
    }

    public int CompareTo(ListingId other) => Value.CompareTo(other.Value);

    public override string ToString() => CounterText.Format(Prefix, Value);
}

/// <summary>The identifier of one import, <c>imp_00001a</c>.</summary>
public readonly record struct ImportId(long Value)
{
    public override string ToString() => CounterText.Format("imp_", Value);
}

/// <summary>The identifier of one report by the public, <c>rep_00001a</c>.</summary>
public readonly record struct ReportId(long Value)
{
    private const string Prefix = "rep_";

    public static bool TryParse([NotNullWhen(true)] string? text, out ReportId id)
    {
        var valid = CounterText.TryParse(Prefix, text, out var value);
        id = new ReportId(value);
        return valid;
    }

    public override string ToString() => CounterText.Format(Prefix, Value);
}

/// <summary>A positive counter as lower-case Crockford base32, at least six digits. Only the canonical form is read back.</summary>
internal static class CounterText
{
    private const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int MinimumDigits = 6;
    private const int MaximumDigits = 12;

    public static string Format(string prefix, long value)
    {
        Span<char> buffer = stackalloc char[13];
        var start = buffer.Length;
        for (var rest = value; rest > 0 || buffer.Length - start < MinimumDigits; rest >>= 5)
            buffer[--start] = Digits[(int)(rest & 31)];
        return string.Concat(prefix, buffer[start..]);
    }

    public static bool TryParse(string prefix, [NotNullWhen(true)] string? text, out long value)
    {
        value = 0;
        if (text is null || !text.StartsWith(prefix, StringComparison.Ordinal) || text.Length > prefix.Length + MaximumDigits)
            return false;
        foreach (var character in text.AsSpan(prefix.Length))
        {
            var digit = Digits.IndexOf(character, StringComparison.Ordinal);
            if (digit < 0)
                return false;
            value = (value << 5) | (uint)digit;
        }

        return value > 0 && string.Equals(Format(prefix, value), text, StringComparison.Ordinal);
    }
}
