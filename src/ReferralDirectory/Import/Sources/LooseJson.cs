using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// A text as insurers write it: a number or true in its place is read as its text, a blank one as missing. Like the other loose converters
/// it is given its whole value at once, so that skipping it always succeeds.
/// </summary>
internal sealed class LooseText : JsonConverter<string?>
{
    public override bool HandleNull => true;

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(ref reader);

    public override void Write(Utf8JsonWriter writer, string? value, JsonSerializerOptions options) => writer.WriteStringValue(value);

    internal static string? Of(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString()!.Trim() is { Length: > 0 } text ? text : null;
            case JsonTokenType.Number:
                return Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean().ToString(CultureInfo.InvariantCulture);
            default:
                _ = reader.TrySkip();
                return null;
        }
    }
}

/// <summary>A list of texts, or one text without the list around it.</summary>
internal sealed class LooseTexts : JsonConverter<ImmutableArray<string>>
{
    public override bool HandleNull => true;

    public override ImmutableArray<string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return LooseText.Of(ref reader) is { } only ? [only] : [];
        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (LooseText.Of(ref reader) is { } text)
                texts.Add(text);
        }

        return texts.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<string> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);
}

/// <summary>A list of objects, or one without the list around it; whatever else stands there is left out.</summary>
internal sealed class LooseObjects<T> : JsonConverter<ImmutableArray<T>>
    where T : class
{
    public override bool HandleNull => true;

    public override ImmutableArray<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            return Item(ref reader, options) is { } only ? [only] : [];
        var items = ImmutableArray.CreateBuilder<T>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (Item(ref reader, options) is { } item)
                items.Add(item);
        }

        return items.DrainToImmutable();
    }

    public override void Write(Utf8JsonWriter writer, ImmutableArray<T> value, JsonSerializerOptions options) => JsonSerializer.Serialize(writer, value, options);

    private static T? Item(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.StartObject)
            return JsonSerializer.Deserialize<T>(ref reader, options);
        _ = reader.TrySkip();
        return null;
    }
}
