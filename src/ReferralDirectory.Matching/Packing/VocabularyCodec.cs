using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Packing;

/// <summary>How the words of the vocabulary are packed: as what they are kept as, not as they are written.</summary>
internal static class VocabularyCodec
{
    public static void Code<T>(this PackWriter to, Code<T> code) => to.Word(code.Value);

    public static Code<T> Code<T>(this PackReader from) => Vocabulary.Code<T>.OfValue(from.Word());

    public static void OptionalCode<T>(this PackWriter to, Code<T>? code) => to.OptionalWord(code?.Value);

    public static Code<T>? OptionalCode<T>(this PackReader from) => from.OptionalWord() is { } word ? Vocabulary.Code<T>.OfValue(word) : null;

    public static void State(this PackWriter to, StateCode state) => to.Number(state.Ordinal);

    public static StateCode State(this PackReader from) => from.Count() is var ordinal and > 0 ? StateCode.All[ordinal - 1] : default;

    public static void Zip(this PackWriter to, ZipCode zip) => to.Word(zip.Value);

    public static ZipCode Zip(this PackReader from) => ZipCode.OfValue(from.Word());

    public static void OptionalZip(this PackWriter to, ZipCode? zip) => to.OptionalWord(zip?.Value);

    public static ZipCode? OptionalZip(this PackReader from) => from.OptionalWord() is { } word ? ZipCode.OfValue(word) : null;

    public static void OptionalPhone(this PackWriter to, PhoneNumber? phone) => to.OptionalNumber(phone?.Digits);

    public static PhoneNumber? OptionalPhone(this PackReader from) => from.OptionalNumber() is { } digits ? PhoneNumber.OfDigits(digits) : null;

    public static void OptionalMiles(this PackWriter to, Miles? miles)
    {
        to.YesNo(miles is not null);
        if (miles is { } stated)
            to.Real(stated.Value);
    }

    public static Miles? OptionalMiles(this PackReader from) => from.YesNo() ? new Miles(from.Real()) : null;

    public static void Point(this PackWriter to, GeoPoint point)
    {
        to.Real(point.Latitude);
        to.Real(point.Longitude);
    }

    public static GeoPoint Point(this PackReader from) => GeoPoint.Create(from.Real(), from.Real());
}
