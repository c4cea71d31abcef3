using System.Text.Json;
using System.Text.Json.Serialization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Platform;

/// <summary>A value that is JSON but not what the API takes; the message names the fix.</summary>
internal sealed class StrictJsonException(string code, string message) : JsonException(message)
{
    public string Code { get; } = code;
}

/// <summary>Text without control characters: U+0000 ends strings in many a program downstream.</summary>
internal sealed class PlainTextConverter : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw new StrictJsonException("wrong-type", "Write a string.");
        var text = TextOf(ref reader);
        return IsPlain(text) ? text : throw new StrictJsonException("control-character", "The text holds a control character: take it out.");
    }

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    /// <summary>Tabs and line breaks are text; everything else below U+0020 is not.</summary>
    public static bool IsPlain(string text) => !text.Any(character => char.IsControl(character) && character is not ('\t' or '\n' or '\r'));

    private static string TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The reader looks at the characters only here: bytes that are not UTF-8, or half of a surrogate pair.
            throw new StrictJsonException("malformed-text", "The text is not well-formed Unicode in UTF-8.");
        }
    }
}

/// <summary>A number that a double can hold: <c>1e999</c> would be read as infinity.</summary>
internal sealed class FiniteNumberConverter : JsonConverter<double>
{
    public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw new StrictJsonException("wrong-type", "Write a number.");
        return reader.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw new StrictJsonException("out-of-range", "The number is too large.");
    }

    public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}

/// <summary>Enumerations as kebab-case words: <c>health-plan</c>. A word that is not one of them is answered with the list.</summary>
internal sealed class KebabEnumConverters : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(KebabEnumConverter<>).MakeGenericType(typeToConvert))!;

    private sealed class KebabEnumConverter<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && EnumWords.TryParse<T>(reader.GetString(), out var value)
                ? value
                : throw new StrictJsonException("unknown-value", $"Write one of: {string.Join(", ", EnumWords.All<T>())}.");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(EnumWords.Of(value));
    }
}
