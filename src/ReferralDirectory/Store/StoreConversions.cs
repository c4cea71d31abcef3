using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store;

/// <summary>How words of the vocabulary are kept in columns: codes and enums as text, so that the file can be read without this program.</summary>
internal static class StoreConversions
{
    public static void Configure(ModelConfigurationBuilder model)
    {
        model.Properties<Enum>().HaveConversion<string>();
        model.Properties<Code<Insurer>>().HaveConversion<CodeConverter<Insurer>>();
        model.Properties<Code<Network>>().HaveConversion<CodeConverter<Network>>();
        model.Properties<Code<Plan>>().HaveConversion<CodeConverter<Plan>>();
        model.Properties<Code<Modality>>().HaveConversion<CodeConverter<Modality>>();
        model.Properties<Code<Credential>>().HaveConversion<CodeConverter<Credential>>();
        model.Properties<Code<Organization>>().HaveConversion<CodeConverter<Organization>>();
        model.Properties<StateCode>().HaveConversion<StateConverter>();
        model.Properties<ZipCode>().HaveConversion<ZipConverter>();
        model.Properties<PhoneNumber>().HaveConversion<PhoneConverter>();
        model.Properties<Npi>().HaveConversion<NpiConverter>();
        model.Properties<Miles>().HaveConversion<MilesConverter>();
    }

    /// <summary>Thrown when a column holds what no writer of this program puts there.</summary>
    private static FormatException Unreadable(string kind, string text) => new($"The store holds '{text}' where a {kind} is expected.");

    private sealed class CodeConverter<T>() : ValueConverter<Code<T>, string>(code => code.Value, text => Code<T>.Parse(text));

    private sealed class StateConverter() : ValueConverter<StateCode, string>(state => state.PostalCode, text => StateCode.Parse(text));

    private sealed class MilesConverter() : ValueConverter<Miles, double>(miles => miles.Value, value => new Miles(value));

    private sealed class NpiConverter() : ValueConverter<Npi, long>(npi => npi.Value, value => new Npi(value));

    private sealed class ZipConverter() : ValueConverter<ZipCode, string>(zip => zip.Value, text => Read(text))
    {
        private static ZipCode Read(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw Unreadable("ZIP code", text);
    }

    private sealed class PhoneConverter() : ValueConverter<PhoneNumber, string>(phone => phone.Value, text => Read(text))
    {
        private static PhoneNumber Read(string text) => PhoneNumber.TryParse(text, out var phone) ? phone : throw Unreadable("phone number", text);
    }
}
