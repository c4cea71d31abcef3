using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Store;

/// <summary>
/// The document of a source record: <c>{"From":…,"Said":…}</c>. Each fact says where it comes from, and nearly all of one record say the
/// same: that stands once, in <c>From</c>, and is <c>"="</c> in what was said. Equal records give equal text, which is how one is known to be unchanged.
/// </summary>
internal static class RecordDocument
{
    private static readonly JsonSerializerOptions Options = new(StoreJson.Options) { Converters = { new ProvenanceJson() } };

    /// <summary>What <c>"="</c> means in the document that this thread reads or writes.</summary>
    [ThreadStatic]
    private static Provenance? shared;

    public static string Write(SourceRecord record)
    {
        shared = null;
        var said = JsonSerializer.Serialize(record, Options);
        return $$"""{"From":{{StoreJson.Write(shared)}},"Said":{{said}}}""";
    }

    /// <exception cref="StoreException">The text is no such document.</exception>
    public static SourceRecord Read(string document) => StoreJson.Read(document, ReadRecord);

    private static SourceRecord? ReadRecord(string document)
    {
        shared = null;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(document));
        var whole = reader;
        if (Reads(ref reader, JsonTokenType.StartObject) && Reads(ref reader, JsonTokenType.PropertyName) && reader.ValueTextEquals("From"u8))
        {
            shared = JsonSerializer.Deserialize<Provenance>(ref reader, StoreJson.Options);
            whole = Reads(ref reader, JsonTokenType.PropertyName) && reader.ValueTextEquals("Said"u8) ? reader : throw new JsonException("Nothing was said.");
        }

        return JsonSerializer.Deserialize<SourceRecord>(ref whole, Options);
    }

    private static bool Reads(ref Utf8JsonReader reader, JsonTokenType token) => reader.Read() && reader.TokenType == token;

    private sealed class ProvenanceJson : JsonConverter<Provenance>
    {
        private const string Same = "=";

        public override Provenance? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType != JsonTokenType.String ? JsonSerializer.Deserialize<Provenance>(ref reader, StoreJson.Options)
            : shared is not null && reader.ValueTextEquals(Same) ? shared
            : throw new JsonException("A provenance is missing.");

        public override void Write(Utf8JsonWriter writer, Provenance value, JsonSerializerOptions options)
        {
            shared ??= value;
            if (value == shared)
                writer.WriteStringValue(Same);
            else
                JsonSerializer.Serialize(writer, value, StoreJson.Options);
        }
    }
}
