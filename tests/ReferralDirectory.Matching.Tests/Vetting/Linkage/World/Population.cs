using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.LinkageWorld;

/// <summary>The people: alone, in clinics, in families, fathers and sons of one name.</summary>
internal sealed class Population(WorldOptions options, Random chance)
{
    private readonly Atlas atlas = new(chance);
    private readonly Dictionary<string, int> licences = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> emails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (Spot Clinic, int Left)> clinics = new(StringComparer.Ordinal);

    public List<Person> Make()
    {
        var people = new List<Person>();
        while (people.Count < options.People)
        {
            var person = Somebody(people.Count);
            people.Add(person);
            var kind = chance.NextDouble();
            if (kind < options.FathersAndSons / 2)
                people.Add(Son(people, person));
            else if ((kind -= options.FathersAndSons / 2) < options.SiblingsOfLikeNames / 2)
                people.Add(Relative(people.Count, person, person.Gender, LikeName(person.Given)));
            else if (kind - (options.SiblingsOfLikeNames / 2) < options.InAFamilyOfTherapists / 2)
                people.Add(chance.Next(2) == 0 ? Relative(people.Count, person, Gender.Female, NamePool.Woman(chance)) : Relative(people.Count, person, Gender.Male, NamePool.Man(chance)));
        }

        return people[..options.People];
    }

    private Person Somebody(int number)
    {
        var gender = Chance(.8) ? Gender.Female : Gender.Male;
        var (given, family, state) = (GivenName(gender), NamePool.Family(chance), atlas.State());
        if (Chance(options.DoubleName))
            family += (Chance(.5) ? "-" : " ") + NamePool.Family(chance);
        return Settled(number, gender, given, family, state, [atlas.Spot(state)], [atlas.Phone(state)]);
    }

    private Person Son(List<Person> people, Person father)
    {
        people[^1] = father = father with { Gender = Gender.Male, Given = NamePool.Man(chance), Suffix = "Sr." };
        return Relative(people.Count, father, Gender.Male, father.Given) with { Suffix = "Jr." };
    }

    /// <summary>Under the same name, in the same house, with the same telephone.</summary>
    private Person Relative(int number, Person of, Gender gender, string given) =>
        Settled(number, gender, given, of.Family, of.Places[0].Address.State.PostalCode, [of.Places[0]], [of.Phones[0]]) is var relative && Chance(options.FamilyEmail)
            ? relative with { Emails = of.Emails }
            : relative;

    private Person Settled(int number, Gender gender, string given, string family, string state, Spot[] places, string[] phones)
    {
        var email = Email(given, family);
        string[] own = Chance(options.SecondEmail) ? [email, Email(given, family)] : [email];
        if (Chance(options.SecondPhone))
            phones = [.. phones, atlas.Phone(state)];
        if (Chance(options.InAClinic))
            places = Chance(options.SecondPlace / options.InAClinic) ? [Clinic(state), .. places] : [Clinic(state)];
        var moved = Chance(options.Moved);
        var stateBefore = moved && Chance(options.ToAnotherState) ? atlas.OtherState(state) : state;
        return new Person
        {
            Number = number,
            Given = given,
            Middle = Chance(.7) ? GivenName(gender) : "",
            Family = family,
            FormerFamily = Chance(options.Married) ? NamePool.Family(chance) : null,
            Gender = gender,
            Languages = Chance(.25) ? ["en", OtherLanguage()] : ["en"],
            Npi = NpiOf(number),
            Licence = Licence(state),
            FormerLicence = stateBefore == state ? null : Licence(stateBefore),
            Places = places,
            Phones = phones,
            Emails = own,
            FormerPlace = moved ? atlas.Spot(stateBefore) : null,
            FormerPhone = moved && Chance(options.PhoneChangedByMove) ? atlas.Phone(stateBefore) : null,
        };
    }

    private Spot Clinic(string state)
    {
        if (!clinics.TryGetValue(state, out var open) || open.Left == 0)
            open = (atlas.Spot(state) with { Phone = atlas.Phone(state), Email = $"info@clinic{chance.Next(1_000_000)}.example" }, chance.Next(2, 13));
        clinics[state] = (open.Clinic, open.Left - 1);
        return open.Clinic;
    }

    /// <summary>Boards count up; most numbers of one state are near each other.</summary>
    private Licence Licence(string state)
    {
        var number = licences[state] = licences.GetValueOrDefault(state, 20_000) + chance.Next(1, 12);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(state.Length > 0 && state[0] < 'O' ? "MT" : "")}{number:D7}");
        return new Licence(StateCode.Parse(state), "LMT", text, LicenceStatus.Active, null, null, null, new Provenance("world", FactMethod.Organization, new DateOnly(2026, 1, 1)));
    }

    private string Email(string given, string family)
    {
        string[] providers = ["gmail.example", "yahoo.example", "outlook.example", "icloud.example"];
        var (first, last) = (Plain(given), Plain(family));
        var name = chance.Next(4) switch { 0 => $"{first}.{last}", 1 => $"{first[0]}{last}", 2 => $"{first}{last}massage", _ => $"{last}bodywork" };
        var taken = emails[name] = emails.GetValueOrDefault(name) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{name}{(taken > 1 ? taken : "")}@{providers[chance.Next(providers.Length)]}");
    }

    private string GivenName(Gender gender) => gender == Gender.Female ? NamePool.Woman(chance) : NamePool.Man(chance);

    private static string LikeName(string given) => given[^1] == 'a' ? given[..^1] + "e" : given + "a";

    private string OtherLanguage()
    {
        string[] languages = ["es", "es", "es", "zh", "vi", "ru", "fr", "ko", "tl"];
        return languages[chance.Next(languages.Length)];
    }

    private bool Chance(double share) => chance.NextDouble() < share;

    private static string Plain(string name) => string.Concat(FoldedText.Words(name));

    private static Npi NpiOf(int number)
    {
        var nine = 200_000_000L + (number * 37L % 99_999_989L);
        return new Npi((nine * 10) + Npi.CheckDigit(nine));
    }
}
