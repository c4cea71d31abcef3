using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>One row of NPPES, judged. Of a deactivated NPI the file keeps the number and the days only.</summary>
internal sealed class NppesRow
{
    private const int Slots = 15;
    private const string Individual = "1";
    private const string Unavailable = "<UNAVAIL>";
    private const string OtherLast = "Provider Other Last Name";
    private const string OtherFirst = "Provider Other First Name";
    private const string OtherMiddle = "Provider Other Middle Name";
    private const string Location = "Business Practice Location Address";

    /// <summary>Those that are read. The column of the sex was called "Gender" until 2025.</summary>
    public static readonly CsvColumns Columns = new(
        [
            "NPI", "Entity Type Code", "Provider Last Name (Legal Name)", "Provider First Name", "Provider Middle Name", "Provider Name Suffix Text",
            $"Provider First Line {Location}", $"Provider Second Line {Location}", $"Provider {Location} City Name", $"Provider {Location} State Name",
            $"Provider {Location} Postal Code", $"Provider {Location} Telephone Number", $"Provider {Location} Fax Number", "Last Update Date",
            "NPI Deactivation Date", "NPI Reactivation Date",
            .. Enumerable.Range(1, Slots).SelectMany(slot => new[] { Taxonomy(slot), LicenceNumber(slot), LicenceState(slot) }),
        ],
        ["Provider Sex Code", "Provider Gender Code", OtherLast, OtherFirst, OtherMiddle])
    {
        PassesOverOthers = true,
    };

    private readonly CsvRow row;
    private readonly ImportContext context;
    private readonly DateOnly fileDay;
    private readonly string taxonomy;

    /// <param name="row">The cells.</param>
    /// <param name="context">With the taxonomy and the state that are wanted.</param>
    /// <param name="fileDay">Of the file.</param>
    public NppesRow(CsvRow row, ImportContext context, DateOnly fileDay)
    {
        (this.row, this.context, this.fileDay, taxonomy) = (row, context, fileDay, context.Feed.Taxonomy ?? NppesFile.MassageTherapist);
        if (!row.IsWhole)
            return;
        Npi = ReadNpi();
        DeactivatedOn = DayOrNull("NPI Deactivation Date");
        IsDeactivated = DeactivatedOn is { } day && !(DayOrNull("NPI Reactivation Date") >= day);
        Record = Npi is { } npi && !IsDeactivated && IsPerson && IsWanted(npi) ? ReadRecord(npi) : null;
    }

    public ImportErrors Errors => row.Errors;

    public int Line => row.Line;

    public Npi? Npi { get; }

    public DateOnly? DeactivatedOn { get; }

    public bool IsDeactivated { get; }

    public bool IsPerson => Text("Entity Type Code") == Individual;

    /// <summary>Null for organisations, and for people who are not wanted.</summary>
    public SourceRecord? Record { get; }

    /// <summary>Neither the wanted taxonomy nor a massage therapist's.</summary>
    public bool IsOfAnotherProfession => !Has(taxonomy) && !Has(NppesFile.MassageTherapist);

    private static string Taxonomy(int slot) => string.Create(CultureInfo.InvariantCulture, $"Healthcare Provider Taxonomy Code_{slot}");

    private static string LicenceNumber(int slot) => string.Create(CultureInfo.InvariantCulture, $"Provider License Number_{slot}");

    private static string LicenceState(int slot) => string.Create(CultureInfo.InvariantCulture, $"Provider License Number State Code_{slot}");

    private Npi? ReadNpi()
    {
        if (Matching.Vocabulary.Npi.TryParse(Text("NPI"), out var npi))
            return npi;
        const string message = "An NPI has ten digits, and the last must fit the others (check digit): download the file again.";
        if (context.Feed.Npi == NpiPolicy.Strict)
            row.Errors.Add(row.Line, "NPI", "invalid-npi", Text("NPI"), message);
        else
            row.Errors.Warn(row.Line, "NPI", "invalid-npi", Text("NPI"), message + " The row was left out.");
        return null;
    }

    private bool Has(string wanted) => Enumerable.Range(1, Slots).Any(slot => string.Equals(Text(Taxonomy(slot)), wanted, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whoever is on file is followed into another state.</summary>
    private bool IsWanted(Npi npi) => Has(taxonomy)
        && (context.Feed.State is not { } state || (StateCode.TryParse(Text($"Provider {Location} State Name"), out var practised) && practised == state)
            || context.HeldOfNppes.Has(npi.ToString()));

    private SourceRecord ReadRecord(Npi npi)
    {
        var from = new Provenance(Registers.Nppes.Id.Value, FactMethod.SelfReported, LastUpdate());
        return new SourceRecord
        {
            Organization = Registers.Nppes.Id,
            MemberKey = npi.ToString(),
            AsOf = from.AsOf,
            Synthetic = npi.IsInSyntheticRange,
            IsOfRegister = true,
            Name = new PersonName(Name("Provider First Name"), Name("Provider Last Name (Legal Name)"), NameOrNull("Provider Middle Name"), NameOrNull("Provider Name Suffix Text")),
            OtherName = OtherName(),
            Npi = npi,
            Gender = ReadGender(),
            Membership = new Membership(Registers.Nppes.Id, npi.ToString(), MembershipStatus.Active, ExpiresOn: null, from),
            Licences = Licences(from),
            Places = Place(from) is { } place ? [place] : [],
        };
    }

    /// <summary>A part that is left out did not change.</summary>
    private PersonName? OtherName() => Text(OtherLast).Length + Text(OtherFirst).Length == 0 ? null : new PersonName(
        NameOrNull(OtherFirst) ?? Name("Provider First Name"), NameOrNull(OtherLast) ?? Name("Provider Last Name (Legal Name)"), NameOrNull(OtherMiddle));

    /// <summary>What was stated then is as old as that; a day after the file's is a slip.</summary>
    private DateOnly LastUpdate() => DayOrNull("Last Update Date") is { } day && day <= fileDay ? day : fileDay;

    private Gender? ReadGender() => (Text("Provider Sex Code") + Text("Provider Gender Code")) switch
    {
        "F" => Gender.Female,
        "M" => Gender.Male,
        "X" => Gender.Other,
        _ => null,
    };

    /// <summary>The numbers that are given beside the wanted taxonomy: claims, until a board confirms them.</summary>
    private ImmutableArray<Licence> Licences(Provenance from)
    {
        var licences = new Dictionary<LicenceKey, Licence>();
        for (var slot = 1; slot <= Slots; slot++)
        {
            var number = Text(LicenceNumber(slot));
            if (!string.Equals(Text(Taxonomy(slot)), taxonomy, StringComparison.OrdinalIgnoreCase) || !number.Any(char.IsAsciiDigit)
                || !StateCode.TryParse(Text(LicenceState(slot)), out var state))
            {
                continue;
            }

            var licence = new Licence(state, Title(), number, LicenceStatus.Active, IssuedOn: null, ExpiresOn: null, CheckedOn: null, from);
            licences.TryAdd(licence.Key, licence);
        }

        return [.. licences.Values];
    }

    private string Title() => string.Equals(taxonomy, NppesFile.MassageTherapist, StringComparison.OrdinalIgnoreCase) ? "Massage therapist" : $"Taxonomy {taxonomy}";

    /// <summary>Null where the address is abroad or its ZIP code is not known.</summary>
    private PracticePlace? Place(Provenance from)
    {
        var postal = Text($"Provider {Location} Postal Code");
        if (!ZipCode.TryParse(postal.Length >= 5 ? postal[..5] : postal, out var zip) || context.Places.Find(zip) is not { } place)
        {
            row.Errors.Warn(row.Line, $"Provider {Location} Postal Code", "unknown-zip", postal, "No such ZIP code: the person was taken without a place.");
            return null;
        }

        return new PracticePlace
        {
            Address = new PostalAddress(
                Name($"Provider First Line {Location}"), NameOrNull($"Provider Second Line {Location}"), Name($"Provider {Location} City Name"), place.State, zip),
            Point = place.Point,
            PointUncertainty = place.Uncertainty,
            Phone = PhoneNumber.TryParse(Text($"Provider {Location} Telephone Number"), out var phone) ? phone : null,
            Fax = PhoneNumber.TryParse(Text($"Provider {Location} Fax Number"), out var fax) ? fax : null,
            Accepting = new Sourced<AcceptingPatients>(AcceptingPatients.Unknown, from),
            From = from,
        };
    }

    private DateOnly? DayOrNull(string column) => RegisterDays.OrNull(row, column, "MM/dd/yyyy", Unavailable);

    private string Text(string column) => row[column] is Unavailable ? "" : row[column];

    /// <summary>NPPES writes in capitals.</summary>
    private string Name(string column) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(CultureInfo.InvariantCulture.TextInfo.ToLower(Text(column)));

    private string? NameOrNull(string column) => Text(column).Length == 0 ? null : Name(column);
}
