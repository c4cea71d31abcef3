using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>What a member's first row says of the person.</summary>
internal static class MemberCells
{
    public const int MostHours = 20_000;

    public static readonly ImmutableArray<string> PersonColumns =
    [
        "asOf", "given", "middle", "family", "suffix", "npi", "birthDate", "gender", "languages", "email", "website", "membershipStatus", "membershipExpires",
        "trainingHours", "liability", "licences", "certifications", "modalities", "networks",
    ];

    public static SourceRecord Read(string key, RowCells cells)
    {
        var organization = cells.Context.Organization!;
        var from = Provenance(cells.Context, cells.PastDay("asOf"));
        return new SourceRecord
        {
            Organization = organization.Id,
            MemberKey = key,
            AsOf = from.AsOf,
            Synthetic = organization.Synthetic,
            Name = new PersonName(cells.Text("given"), cells.Text("family"), cells.TextOrNull("middle"), cells.TextOrNull("suffix")),
            Npi = NpiCells.Read("npi", cells.TextOrNull("npi"), cells),
            BirthDate = cells.IsEmpty("birthDate") ? null : cells.PastDay("birthDate"),
            Gender = cells.WordOrNull<Gender>("gender"),
            Languages = Languages(cells),
            Email = Email(cells),
            Website = Website(cells),
            StatedTrainingHours = cells.NumberOrNull("trainingHours", 0, MostHours),
            LiabilityCover = cells.YesOrNo("liability"),
            Membership = new Membership(
                organization.Id, key, cells.WordOrNull<MembershipStatus>("membershipStatus") ?? MembershipStatus.Active, cells.DayOrNull("membershipExpires"), from),
            Licences = Once(cells, "licences", licence => licence.Key.ToString(), item => Licence(item, from, cells)),
            Certifications = Once(cells, "certifications", held => held.Credential.Value, item => Certification(item, from, cells)),
            Modalities = Once(cells, "modalities", offered => offered.Modality.Value, item => OfferedModality(item, from, cells)),
            Networks = Once(cells, "networks", fact => $"{fact.Insurer}/{fact.Network}", item => NetworkCells.Read("networks", item, cells) is var (insurer, network)
                ? new NetworkFact(insurer, network, InNetwork: true, From: null, To: null, Accepting: null, ListingZip: null, from) : null),
            Places = PlaceCells.Read(from, cells) is { } place ? [place] : [],
        };
    }

    public static Provenance Provenance(ImportContext context, DateOnly asOf) => new(context.Organization!.Id.Value, FactMethod.Organization, asOf);

    private static Licence? Licence(string item, Provenance from, RowCells cells)
    {
        if (cells.Parts("licences", item, 6) is not [var state, var number, var title, var status, var issued, var expires])
            return null;
        if (!number.Any(character => char.IsAsciiDigit(character) && character != '0'))
            cells.Refuse("licences", "bad-licence", item, "Write state:number:title:status:issued:expires; the number has a digit other than 0.");
        var (since, until) = Granted("licences", item, issued, expires, cells);
        return new Licence(
            cells.State("licences", state), title, number, status.Length == 0 ? LicenceStatus.Active : cells.Word<LicenceStatus>("licences", status, "status"),
            since, until, CheckedOn: null, from);
    }

    private static Certification? Certification(string item, Provenance from, RowCells cells)
    {
        if (cells.Parts("certifications", item, 4) is not [var code, var number, var issued, var expires])
            return null;
        var (since, until) = Granted("certifications", item, issued, expires, cells);
        return new Certification(
            cells.Known<Credential>("certifications", "credential", code, cells.Context.Knowledge.Find), number.Length == 0 ? null : number, since, until, ConfirmedOn: null, from);
    }

    private static OfferedModality? OfferedModality(string item, Provenance from, RowCells cells) =>
        cells.Parts("modalities", item, 3) is [var code, var level, var hours]
            ? new OfferedModality(
                cells.Known<Modality>("modalities", "modality", code, cells.Context.Knowledge.Find),
                level.Length == 0 ? TrainingLevel.Listed : cells.Word<TrainingLevel>("modalities", level, "level"),
                hours.Length == 0 ? null : cells.Number("modalities", hours, 0, MostHours), DocumentedHours: null, from)
            : null;

    /// <summary>From when until when a licence or a certificate was given: nobody has it before today, and it does not end before it begins.</summary>
    private static (DateOnly? Since, DateOnly? Until) Granted(string column, string item, string issued, string expires, RowCells cells)
    {
        var (since, until) = (DayOrNull(column, issued, cells), DayOrNull(column, expires, cells));
        if (since > cells.Context.Today)
            cells.Refuse(column, "date-in-future", item, "Nothing can have been issued after today: correct the day.");
        else if (since > until)
            cells.Refuse(column, "expires-before-issued", item, "It ends before it was issued: correct one of the days.");
        return (since, until);
    }

    private static DateOnly? DayOrNull(string column, string text, RowCells cells) => text.Length == 0 ? null : cells.Day(column, text);

    private static ImmutableArray<string> Languages(RowCells cells)
    {
        var tags = ImmutableArray.CreateBuilder<string>();
        foreach (var text in cells.List("languages"))
        {
            if (!LanguageTag.TryParse(text, out var tag))
                cells.Refuse("languages", "bad-language", text, "Write BCP 47 tags with ';' between them: en; es; zh-hant.");
            else if (!tags.Contains(tag))
                tags.Add(tag);
        }

        return tags.DrainToImmutable();
    }

    private static string? Email(RowCells cells)
    {
        var email = cells.TextOrNull("email");
        if (email is not null && (email.Count(character => character == '@') != 1 || email[0] == '@' || email[^1] == '@' || email.Any(char.IsWhiteSpace)))
            cells.Refuse("email", "bad-email", email, "Write one address: ana@example.org.");
        return email;
    }

    private static string? Website(RowCells cells)
    {
        var website = cells.TextOrNull("website");
        if (website is not null && !(Uri.TryCreate(website, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            cells.Refuse("website", "bad-website", website, "Write the whole address: https://ana.example.org.");
        return website;
    }

    /// <summary>The items of a list, none of them twice.</summary>
    private static ImmutableArray<T> Once<T>(RowCells cells, string column, Func<T, string> key, Func<string, T?> read)
        where T : class
    {
        var items = cells.List(column).Select(read).OfType<T>().ToImmutableArray();
        foreach (var twice in items.GroupBy(key, StringComparer.Ordinal).Where(group => group.Count() > 1))
            cells.Refuse(column, "duplicate-item", twice.Key, "The cell names it more than once: keep one.");
        return items;
    }
}
