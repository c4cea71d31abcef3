using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store;

/// <summary>
/// The JSON of documents inside the store: clinical tables and, with <see cref="RecordDocument"/>, source records. It never leaves the store,
/// so it is free of the API's contract; equal values give equal text.
/// </summary>
internal static class StoreJson
{
    private const int LongestShown = 60;

    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="StoreException">The text is no such document.</exception>
    public static T Read<T>(string json) => Read(json, static text => JsonSerializer.Deserialize<T>(text, Options));

    /// <param name="json">The text of a document.</param>
    /// <param name="read">Reads it; null or an exception of the serialiser: it is none.</param>
    /// <exception cref="StoreException">The text is no such document.</exception>
    public static T Read<T>(string json, Func<string, T?> read)
    {
        try
        {
            return read(json) ?? throw StoreException.Unreadable(json, typeof(T).Name);
        }
        catch (Exception failure) when (failure is JsonException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw StoreException.Unreadable(json.Length <= LongestShown ? json : json[..LongestShown] + "…", typeof(T).Name, failure);
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter());
        options.Converters.Add(new TextJson<Code<Insurer>>(Code<Insurer>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<Code<Network>>(Code<Network>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<Code<Plan>>(Code<Plan>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<Code<Modality>>(Code<Modality>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<Code<Condition>>(Code<Condition>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<Code<Credential>>(Code<Credential>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<Code<Organization>>(Code<Organization>.Parse, code => code.Value));
        options.Converters.Add(new TextJson<StateCode>(StateCode.Parse, state => state.PostalCode));
        options.Converters.Add(new TextJson<ZipCode>(text => ZipCode.TryParse(text, out var zip) ? zip : throw Unreadable(text), zip => zip.Value));
        options.Converters.Add(new TextJson<PhoneNumber>(
            text => PhoneNumber.TryParse(text, out var phone) ? phone : throw Unreadable(text), phone => phone.Value));
        options.Converters.Add(new TextJson<Npi>(text => Npi.TryParse(text, out var npi) ? npi : throw Unreadable(text), npi => npi.ToString()));
        options.Converters.Add(new TextJson<Icd10Code>(text => Icd10Code.TryParse(text, out var code) ? code : throw Unreadable(text), code => code.Value));
        options.Converters.Add(new MilesJson());
        options.Converters.Add(new PointJson());
        return options;
    }

    private static JsonException Unreadable(string text) => new($"The store holds '{text}', which no writer of this program puts there.");

    private sealed class TextJson<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(write(value));
    }

    private sealed class MilesJson : JsonConverter<Miles>
    {
        public override Miles Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetDouble());

        public override void Write(Utf8JsonWriter writer, Miles value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
    }

    /// <summary>A point as <c>[latitude, longitude]</c>.</summary>
    private sealed class PointJson : JsonConverter<GeoPoint>
    {
        public override GeoPoint Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var latitude = reader.GetDouble();
            reader.Read();
            var longitude = reader.GetDouble();
            reader.Read();
            return GeoPoint.Create(latitude, longitude);
        }

        public override void Write(Utf8JsonWriter writer, GeoPoint value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Latitude);
            writer.WriteNumberValue(value.Longitude);
            writer.WriteEndArray();
        }
    }
}
