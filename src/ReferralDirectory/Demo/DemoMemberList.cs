using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>One organisation's member list: what it knows of its members, spelt in its own way.</summary>
internal sealed class DemoMemberList
{
    private static readonly string[] Header =
    [
        "memberKey", "placeNumber", "asOf", "given", "middle", "family", "npi", "gender", "languages", "email", "membershipStatus", "membershipExpires",
        "trainingHours", "liability", "licences", "certifications", "modalities", "networks", "line1", "city", "state", "zip", "latitude", "longitude", "phone",
        "setting", "wheelchair", "homeVisitMiles", "selfPayUsd", "evenings", "weekends", "hours", "accepting",
    ];

    private const int PersonCells = 18;

    private readonly DemoOrganization organization;
    private readonly int seed;
    private readonly TextWriter csv;
    private int lastNumber = 1_000;

    public DemoMemberList(DemoOrganization organization, int seed, TextWriter csv)
    {
        (this.organization, this.seed, this.csv) = (organization, seed, csv);
        csv.AppendRow(Header);
    }

    /// <param name="person">Somebody.</param>
    /// <param name="lists">Those that the person stands on.</param>
    public void Add(DemoPerson person, IReadOnlyList<DemoOrganization> lists)
    {
        if (lists.Contains(organization))
            Append($"M{++lastNumber}", person, isFirstList: lists[0] == organization, Chance.For(seed ^ organization.Name.Length, person.Index));
    }

    /// <summary>The first list knows a person whole; the others know less, and spell it their own way.</summary>
    private void Append(string key, DemoPerson person, bool isFirstList, Chance chance)
    {
        var name = isFirstList ? person.Name : DemoNames.Respell(person.Name, chance);
        var membership = chance.Of((MembershipStatus.Active, 93), (MembershipStatus.Lapsed, 5), (MembershipStatus.Ended, 2));
        // Whoever has an NPI or a licence states one of them to every list: by it the lists are joined.
        string?[] about =
        [
            key, null, DemoGenerator.Offset(-AgeOf(person, chance)), name.Given, name.Middle, name.Family,
            person.Npi?.ToString(), chance.Percent(90) ? Word(person.Gender) : null, string.Join(';', person.Languages),
            chance.Percent(isFirstList ? 70 : 20) ? Email(person) : null, membership == MembershipStatus.Active ? null : Word(membership),
            chance.Percent(60) ? DemoGenerator.Offset(membership == MembershipStatus.Active ? chance.Between(20, 360) : -chance.Between(1, 300)) : null,
            Number(person.Hours), YesNo(person.LiabilityCover), string.Join(';', person.Licences.Select(licence => Licence(licence, isFirstList, chance))),
            string.Join(';', person.Certificates.Select(held => $"{held.Code}:::{DemoGenerator.Offset(held.ExpiresDay)}")),
            string.Join(';', (isFirstList ? person.Modalities : person.Modalities.Take(3)).Select(Modality)),
            isFirstList ? string.Join(';', person.Networks.Select(fact => fact.Network is null ? fact.Insurer : $"{fact.Insurer}/{fact.Network}")) : null,
        ];
        csv.AppendRow([.. about, .. Place(person.Places[0], isFirstList)]);
        for (var i = 1; isFirstList && i < person.Places.Length; i++)
        {
            string?[] further = [key, Number(i + 1), .. new string?[PersonCells - 2]];
            csv.AppendRow([.. further, .. Place(person.Places[i], isFirstList)]);
        }
    }

    /// <summary>Days since the member last said so; a few have not been heard of for most of a year, a few for longer.</summary>
    private static int AgeOf(DemoPerson person, Chance chance) => chance.Between(3, 150) + (person.Index % 50) switch
    {
        17 => 190,
        33 => 370,
        _ => 0,
    };

    private static string?[] Place(DemoPlace place, bool isFirstList) =>
    [
        isFirstList ? place.Line1 : place.Line1.Replace("Street", "St.", StringComparison.Ordinal).Replace("Avenue", "Ave", StringComparison.Ordinal),
        place.Zip.City, place.Zip.State.PostalCode, place.Zip.Zip?.Value, Number(place.Latitude), Number(place.Longitude), place.Phone,
        .. isFirstList
            ? (string?[])[
                place.Setting is { } setting ? Word(setting) : null, YesNo(place.Wheelchair), Number(place.HomeVisitMiles), Number(place.PriceUsd),
                YesNo(place.Evenings), YesNo(place.Weekends), place.Hours, place.Accepting == AcceptingPatients.Unknown ? null : Word(place.Accepting)]
            : new string?[8],
    ];

    /// <summary>A list repeats what the member wrote; it does not know of a suspension.</summary>
    private static string Licence(DemoLicence licence, bool isFirstList, Chance chance)
    {
        var number = isFirstList || chance.Percent(60) ? licence.Number : $"{licence.Number[..3]} {licence.Number[3..]}";
        return licence.Status == LicenceStatus.Interim
            ? $"{licence.State.PostalCode}:{number}:{licence.Title}:interim::{DemoGenerator.Offset(licence.ExpiresDay)}"
            : $"{licence.State.PostalCode}:{number}:{licence.Title}:::{DemoGenerator.Offset(licence.ExpiresDay)}";
    }

    private static string Modality(DemoModality offered) => (offered.Level, offered.StatedHours) switch
    {
        (TrainingLevel.Listed, null) => offered.Code,
        (var level, null) => $"{offered.Code}:{Word(level)}",
        var (level, hours) => $"{offered.Code}:{Word(level)}:{Number(hours)}",
    };

    private static string Email(DemoPerson person) =>
        string.Concat($"{FoldedText.WithoutAccents(person.Name.Given)}.{FoldedText.WithoutAccents(person.Name.Family)}".Where(c => char.IsAsciiLetter(c) || c == '.'))
            .ToLowerInvariant() + Number(person.Index) + "@example.org";

    private static string Word<T>(T value)
        where T : struct, Enum => EnumWords.Of(value);

    private static string? YesNo(bool? value) => value switch { true => "yes", false => "no", null => null };

    private static string? Number(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
