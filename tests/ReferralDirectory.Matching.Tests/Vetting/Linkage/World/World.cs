using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.LinkageWorld;

/// <summary>The lists that organisations keep of the people, with all that goes wrong on the way. The same seed gives the same lists.</summary>
internal sealed class World
{
    private readonly WorldOptions options;
    private readonly Random chance;
    private readonly List<Person> people;

    private World(WorldOptions options, int seed)
    {
        this.options = options;
        chance = new Random(seed);
        people = new Population(options, chance).Make();
    }

    public static List<LabelledRecord> Make(WorldOptions options, int seed) => [.. new World(options, seed).Records()];

    private IEnumerable<LabelledRecord> Records()
    {
        foreach (var person in people)
        {
            var (outdated, beforeMarriage, sure) = (chance.Next(options.Sources), chance.Next(options.Sources), chance.Next(options.Sources));
            for (var source = 0; source < options.Sources; source++)
            {
                if (source != sure && !Chance(options.OnAList))
                    continue;
                var record = Record(person, source, source == outdated, source == beforeMarriage);
                yield return new LabelledRecord(record, person.Number);
                if (Chance(options.ListedTwice))
                    yield return new LabelledRecord(Record(person, source, source == outdated, source == beforeMarriage) with { MemberKey = record.MemberKey + "-2" }, person.Number);
            }
        }
    }

    private SourceRecord Record(Person person, int source, bool outdated, bool beforeMarriage)
    {
        var organization = Code<Organization>.Parse(string.Create(CultureInfo.InvariantCulture, $"list-{source}"));
        var key = string.Create(CultureInfo.InvariantCulture, $"m{((person.Number * 7919L) + (source * 104_729L)) % 9_999_991:D7}");
        var from = new Provenance(organization.Value, FactMethod.Organization, new DateOnly(2026, 6, 1));
        var licence = outdated && person.FormerLicence is { } former ? former : Chance(options.AnothersLicence) ? people[chance.Next(people.Count)].Licence : person.Licence;
        return new SourceRecord
        {
            Organization = organization,
            MemberKey = key,
            AsOf = from.AsOf,
            Synthetic = true,
            Name = Name(person, beforeMarriage),

            // A slip in an NPI fails its check digit, so an import refuses it.
            Npi = Chance(options.NpiMissing) || Chance(options.Slip) ? null : person.Npi,
            Licences = Chance(options.LicenceMissing) ? [] : [licence with { Number = Slipped(licence.Number) }],
            Gender = Chance(options.GenderMissing) ? null : Chance(.005) ? Gender.Other : person.Gender,
            Languages = Chance(options.LanguagesMissing) ? [] : [.. person.Languages],
            Email = Chance(options.EmailMissing) ? null : Slipped(Email(person)),
            Membership = new Membership(organization, key, MembershipStatus.Active, null, from),
            Places = Places(person, outdated, from),
        };
    }

    private PersonName Name(Person person, bool beforeMarriage)
    {
        var (given, middle, family) = (person.Given, person.Middle, person.Family);
        if (beforeMarriage && person.FormerFamily is { } former)
            family = former;
        else if (person.FormerFamily is { } maiden && Chance(.3))
            family = $"{maiden}-{family}";
        else if (family.Contains('-', StringComparison.Ordinal) && Chance(.3))
            family = family.Split('-')[chance.Next(2)];
        if (Chance(options.Nickname))
            given = Nickname(given);
        else if (Chance(options.InitialOnly))
            given = given[..1];
        else if (middle.Length > 0 && Chance(.01))
            (given, middle) = (middle, "");
        (given, family) = (Slipped(given), Slipped(family));
        if (Chance(options.AccentsLost))
            (given, family) = (FoldedText.WithoutAccents(given), FoldedText.WithoutAccents(family));
        if (Chance(options.Capitals))
            (given, family) = (given.ToUpperInvariant(), family.ToUpperInvariant());
        if (Chance(options.SwappedNames))
            (given, family) = (family, given);
        var written = chance.NextDouble() switch { < .35 => null, < .7 when middle.Length > 0 => middle[..1], _ => middle.Length > 0 ? middle : null };
        return new PersonName(given, family, written, person.Suffix.Length > 0 && Chance(.5) ? person.Suffix : null);
    }

    /// <summary>Of the names that have one: written here anew, so that the product's own table is not its own examiner.</summary>
    private string Nickname(string given) => Familiar.TryGetValue(FoldedText.WithoutAccents(given), out var names) ? names[chance.Next(names.Length)] : given;

    private static readonly Dictionary<string, string[]> Familiar = (
        "Jennifer Jen Jenny Jenn,Jessica Jess Jessie,Elizabeth Liz Beth Betsy Lizzie Eliza,Patricia Pat Patty Trish Tricia,Barbara Barb Barbie,Susan Sue Suzie,Margaret Maggie Peggy Meg Marge,Sandra Sandy,"
        + "Kimberly Kim,Michelle Shelly,Amanda Mandy,Melissa Missy Mel,Deborah Deb Debbie,Debra Deb Debbie,Stephanie Steph,Rebecca Becky Becca,Sharon Shari,Cynthia Cindy,Kathleen Kathy Katie,Angela Angie,"
        + "Pamela Pam,Nicole Nicki,Samantha Sam,Katherine Kate Kathy Katie Kat,Catherine Cathy Cate,Christine Chris Tina,Christina Tina Chris,Rachel Rae,Victoria Vicky Tori,Judith Judy,Jacqueline Jackie,Martha Marty,"
        + "Teresa Terri Tess,Theresa Terry,Abigail Abby,Danielle Dani,Alexis Lexi,Charlotte Charlie,Guadalupe Lupe,Veronica Vero Ronnie,Gloria Glo,Julia Jules,Leticia Letty,"
        + "James Jim Jimmy Jamie,Michael Mike Mickey,Robert Bob Rob Bobby,John Jack Johnny,David Dave,William Bill Will Billy,Richard Rick Dick Rich,Joseph Joe Joey,Thomas Tom Tommy,Christopher Chris,Charles Charlie Chuck,"
        + "Daniel Dan Danny,Matthew Matt,Anthony Tony,Steven Steve,Donald Don,Andrew Andy Drew,Joshua Josh,Kenneth Ken,Timothy Tim,Ronald Ron,Edward Ed Ted Eddie,Jeffrey Jeff,Jacob Jake,Nicholas Nick,Jonathan Jon,"
        + "Stephen Steve,Benjamin Ben,Samuel Sam,Gregory Greg,Alexander Alex Sasha,Patrick Pat,Frank Frankie,Raymond Ray,Jose Pepe,Francisco Paco Pancho,Manuel Manny,Jesus Chuy,Walter Walt,Douglas Doug,Henry Hank,Nathan Nate,Zachary Zach")
        .Split(',').Select(names => names.Split(' ')).ToDictionary(names => names[0], names => names[1..], StringComparer.Ordinal);

    private string Email(Person person) =>
        person.Places[0].Email is { } clinic && Chance(options.ClinicEmail) ? clinic : person.Emails[chance.Next(person.Emails.Length)];

    private ImmutableArray<PracticePlace> Places(Person person, bool outdated, Provenance from)
    {
        if (outdated && person.FormerPlace is { } before)
            return [Place(before, person.FormerPhone ?? person.Phones[0], from)];
        var listed = person.Places.Length > 1 ? person.Places.Where((_, i) => chance.Next(3) > 0 || i == 0) : person.Places;
        return [.. listed.Select(spot => Place(spot, spot.Phone is not null && Chance(.7) ? spot.Phone : person.Phones[chance.Next(person.Phones.Length)], from))];
    }

    private PracticePlace Place(Spot spot, string phone, Provenance from) => new()
    {
        Address = spot.Address with { Line1 = Written(Slipped(spot.Address.Line1)) },
        Point = spot.Point,
        PointUncertainty = new Miles(1),
        Phone = !Chance(options.PhoneMissing) && PhoneNumber.TryParse(Chance(options.Slip) ? Slips.InDigits(phone, chance) : phone, out var number) ? number : null,
        Accepting = new Sourced<AcceptingPatients>(AcceptingPatients.Unknown, from),
        From = from,
    };

    private string Written(string line)
    {
        var written = Chance(.3) ? line.Replace("Street", "St", StringComparison.Ordinal).Replace("Avenue", "Ave.", StringComparison.Ordinal).Replace("Drive", "Dr", StringComparison.Ordinal) : line;
        return Chance(.15) ? string.Create(CultureInfo.InvariantCulture, $"{written}, Suite {chance.Next(1, 30)}") : written;
    }

    private string Slipped(string text) => Chance(options.Slip) ? Slips.In(text, chance) : text;

    private bool Chance(double share) => chance.NextDouble() < share;
}
