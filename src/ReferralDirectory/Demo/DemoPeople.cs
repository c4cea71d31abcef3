using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>Invents people, each from the seed and a number of their own.</summary>
internal sealed class DemoPeople(int seed, DemoPlaces places, KnowledgeTables knowledge)
{
    // Far from every issued number; one per person.
    private const long FirstNpi = 200_100_000;
    private const int FirstLicence = 20_000;

    /// <summary>Every so many people, two who share an NPI by somebody's mistake.</summary>
    private const int PeoplePerConflict = 1_000;

    private readonly DemoTraining training = new(knowledge);
    private readonly DemoNetworks networks = new(knowledge);

    public IEnumerable<DemoPerson> Make(int count) => Enumerable.Range(0, count).WorkAhead(MakeOne);

    private DemoPerson MakeOne(int index)
    {
        var chance = Chance.For(seed, index);
        var home = places.Choose(index, chance);
        var inConflict = index % PeoplePerConflict is 500 or 501;
        var tier = inConflict ? 0 : chance.Of((0, 27), (1, 250), (2, 400), (3, 220), (4, 103));
        var shortfall = tier == 1 ? ChooseShortfall(chance) : DemoShortfall.None;
        var gender = chance.Of((Gender.Female, 78), (Gender.Male, 20), (Gender.Other, 2));
        var licences = tier == 0 && !inConflict ? [] : Licences(index, home, shortfall, chance);
        var known = training.Choose(tier, shortfall, LicenceStates(home, licences), chance);
        return new DemoPerson
        {
            Index = index,
            Tier = tier,
            Shortfall = shortfall,
            Name = DemoNames.Choose(gender, chance),
            Npi = inConflict ? NpiOf(index - (index % 2)) : tier == 0 || (!licences.IsEmpty && chance.Percent(12)) ? null : NpiOf(index),
            Gender = gender,
            Languages = DemoLanguages.Choose(home.State, chance),
            Licences = licences,
            Hours = known.Hours,
            HoursDocumented = known.Documented,
            LiabilityCover = shortfall == DemoShortfall.NoLiabilityCover ? chance.Percent(30) ? false : null : tier >= 2 || chance.Percent(70) ? true : null,
            Modalities = known.Modalities,
            Certificates = known.Certificates,
            Networks = networks.Choose(home, chance),
            Places = Practices(home, chance),
        };
    }

    private static Npi NpiOf(int index) => new(((FirstNpi + index) * 10) + Npi.CheckDigit(FirstNpi + index));

    private static DemoShortfall ChooseShortfall(Chance chance) => chance.Of(
        (DemoShortfall.LicenceExpired, 24), (DemoShortfall.LicenceSuspended, 3), (DemoShortfall.LicenceRevoked, 2), (DemoShortfall.LicenceInterim, 4),
        (DemoShortfall.LicenceNotChecked, 22), (DemoShortfall.LicenceCheckStale, 14), (DemoShortfall.ExclusionNotChecked, 7), (DemoShortfall.ExclusionCheckStale, 6),
        (DemoShortfall.PossibleExclusion, 1), (DemoShortfall.Excluded, 1), (DemoShortfall.NoLiabilityCover, 11), (DemoShortfall.TooFewHours, 5));

    private ImmutableArray<DemoLicence> Licences(int index, Place home, DemoShortfall shortfall, Chance chance)
    {
        var across = places.StateAcrossTheBorder(home);
        // Where no law asks for a licence, people hold their neighbour's or none.
        if (!RequiresLicence(home.State) && home.State != StateCode.Parse("CA"))
            return across is { } next && RequiresLicence(next) && chance.Percent(70) ? [Licence(next, index, shortfall, chance)] : [];
        var licence = Licence(home.State, index, shortfall, chance);
        return across is { } second && RequiresLicence(second) && chance.Percent(25)
            ? [licence, Licence(second, index, shortfall == DemoShortfall.None ? DemoShortfall.None : DemoShortfall.LicenceNotChecked, chance)]
            : [licence];
    }

    private DemoLicence Licence(StateCode state, int index, DemoShortfall shortfall, Chance chance)
    {
        var status = shortfall switch
        {
            DemoShortfall.LicenceExpired => LicenceStatus.Expired,
            DemoShortfall.LicenceSuspended => LicenceStatus.Suspended,
            DemoShortfall.LicenceRevoked => LicenceStatus.Revoked,
            DemoShortfall.LicenceInterim => LicenceStatus.Interim,
            DemoShortfall.None => chance.Percent(1.8) ? LicenceStatus.ActiveWithConditions : LicenceStatus.Active,
            _ => LicenceStatus.Active,
        };
        int? checkedDay = shortfall switch
        {
            DemoShortfall.LicenceNotChecked => null,
            DemoShortfall.LicenceCheckStale => -chance.Between(125, 400),
            // A demonstration is refreshed after 14 days and a check lapses after 120.
            _ => -chance.Between(1, 100),
        };
        var expires = status == LicenceStatus.Expired ? -chance.Between(10, 700) : chance.Between(20, 730);
        return new DemoLicence(state, TitleIn(state), LicenceNumber(state, FirstLicence + index), status, expires, checkedDay);
    }

    /// <summary>Each board has its own way.</summary>
    private static string LicenceNumber(StateCode state, int number)
    {
        var digits = number.ToString("D6", CultureInfo.InvariantCulture);
        return state.PostalCode switch { "WA" => $"MA60{digits}", "FL" => $"MA{digits}", "TX" => $"MT{digits}", "OR" => $"LMT-{digits}", "OH" => $"33.{digits}", _ => digits };
    }

    private string TitleIn(StateCode state) => Rule(state)?.Title ?? "Licensed Massage Therapist";

    private bool RequiresLicence(StateCode state) => Rule(state)?.RequiresLicence ?? true;

    private StateRule? Rule(StateCode state) => knowledge.Rows.StateRules.FirstOrDefault(rule => rule.State == state);

    private static IEnumerable<StateCode> LicenceStates(Place home, ImmutableArray<DemoLicence> licences) => licences.Select(licence => licence.State).Append(home.State);

    private ImmutableArray<DemoPlace> Practices(Place home, Chance chance)
    {
        var first = DemoPractices.Choose(home, chance);
        if (!chance.Percent(15))
            return [first];
        var second = DemoPractices.Choose(places.Nearby(home, chance), chance);
        return second.Line1 == first.Line1 ? [first] : [first, second with { HomeVisitMiles = null }];
    }
}
