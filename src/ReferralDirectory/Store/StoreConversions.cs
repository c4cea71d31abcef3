using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store;

/// <summary>How words of the vocabulary are kept in columns: codes and enums as text, so that the file can be read without this program.</summary>
internal static class StoreConversions
{
    /// <summary>What SQLite has a type for, or Microsoft.Data.Sqlite a text.</summary>
    private static readonly FrozenSet<Type> AsTheyAre =
        new[] { typeof(string), typeof(bool), typeof(int), typeof(long), typeof(double), typeof(decimal), typeof(DateOnly), typeof(DateTimeOffset) }.ToFrozenSet();

    private static readonly FrozenDictionary<Type, ValueConverter> Converters = new ValueConverter[]
    {
        new CodeConverter<Insurer>(),
        new CodeConverter<Network>(),
        new CodeConverter<Plan>(),
        new CodeConverter<Modality>(),
        new CodeConverter<Credential>(),
        new CodeConverter<Organization>(),
        new StateConverter(),
        new ZipConverter(),
        new PhoneConverter(),
        new NpiConverter(),
        new Icd10Converter(),
        new MilesConverter(),
    }.ToFrozenDictionary(converter => converter.ModelClrType);

    /// <summary>As EF keeps its primitive collections.</summary>
    private static readonly ValueConverter Lists = new ValueConverter<string[], string>(list => WriteList(list), text => ReadList(text));

    public static void Configure(ModelConfigurationBuilder model)
    {
        model.Properties<Enum>().HaveConversion<string>();
        foreach (var (type, converter) in Converters)
            model.Properties(type).HaveConversion(converter.GetType());
    }

    /// <summary>Whether a property of this type is one column; else it is a complex value.</summary>
    public static bool IsColumn(Type type)
    {
        var stated = Nullable.GetUnderlyingType(type) ?? type;
        return AsTheyAre.Contains(stated) || For(stated) is not null;
    }

    /// <summary>How values of a type, which is not nullable, become a column's; null: as they are.</summary>
    public static ValueConverter? For(Type type)
    {
        if (type.IsEnum)
            return (ValueConverter)Activator.CreateInstance(typeof(EnumToStringConverter<>).MakeGenericType(type))!;
        return type == typeof(string[]) ? Lists : Converters.GetValueOrDefault(type);
    }

    /// <summary>What SQLite calls the column of a type.</summary>
    public static string ColumnType(Type type)
    {
        var stated = Nullable.GetUnderlyingType(type) ?? type;
        return (For(stated)?.ProviderClrType ?? stated) switch
        {
            var stored when stored == typeof(bool) || stored == typeof(int) || stored == typeof(long) => "INTEGER",
            var stored when stored == typeof(double) => "REAL",
            _ => "TEXT",
        };
    }

    private static string WriteList(string[] list) => JsonSerializer.Serialize(list);

    private static string[] ReadList(string text) => StoreJson.Read<string[]>(text);

    private sealed class CodeConverter<T>() : ValueConverter<Code<T>, string>(code => code.Value, text => Read(text))
    {
        private static Code<T> Read(string text) => Code<T>.TryParse(text, out var code) ? code : throw StoreException.Unreadable(text, "code");
    }

    private sealed class StateConverter() : ValueConverter<StateCode, string>(state => state.PostalCode, text => Read(text))
    {
        private static StateCode Read(string text) => StateCode.TryParse(text, out var state) ? state : throw StoreException.Unreadable(text, "state");
    }

    private sealed class MilesConverter() : ValueConverter<Miles, double>(miles => miles.Value, value => new Miles(value));

    private sealed class NpiConverter() : ValueConverter<Npi, long>(npi => npi.Value, value => new Npi(value));

    private sealed class Icd10Converter() : ValueConverter<Icd10Code, string>(code => code.Value, text => Read(text))
    {
        private static Icd10Code Read(string text) => Icd10Code.TryParse(text, out var code) ? code : throw StoreException.Unreadable(text, "ICD-10-CM code");
    }

    private sealed class ZipConverter() : ValueConverter<ZipCode, string>(zip => zip.Value, text => Read(text))
    {
        private static ZipCode Read(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw StoreException.Unreadable(text, "ZIP code");
    }

    private sealed class PhoneConverter() : ValueConverter<PhoneNumber, string>(phone => phone.Value, text => Read(text))
    {
        private static PhoneNumber Read(string text) => PhoneNumber.TryParse(text, out var phone) ? phone : throw StoreException.Unreadable(text, "phone number");
    }
}
