using System.Collections.Immutable;
using static ReferralDirectory.Matching.Vetting.Linkage.Agreement;
using static ReferralDirectory.Matching.Vetting.Linkage.LinkageField;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// What is supposed before any data is seen, and what counts as much as some dozens of pairs when it is: lists of therapists in the United
/// States, a tenth of the fields with a slip, one in seven moved, one in twenty married. Judgement, not a measurement.
/// </summary>
internal static class DefaultParameters
{
    /// <summary>The share of pairs from different lists that is supposed to be one person, as if each list had 20,000 members, all on both.</summary>
    public const double Prior = 1 / 20_000.0;

    /// <summary>The most it is ever taken for: short lists are no proof that few people bear a name.</summary>
    public const double MostPrior = 1 / 2_000.0;

    public static LinkageParameters Value { get; } = Make();

    private static LinkageParameters Make()
    {
        ImmutableArray<AgreementOdds> odds =
        [
            .. Field(GivenName, (Exact, .78, .008), (Folded, .02, .0002), (Nickname, .08, .004), (Part, .02, .002), (Initial, .01, .004), (Close, .05, .004), (Alike, .01, .02), (Swapped, .01, 2e-6), (Different, .02, 0)),
            .. Field(FamilyName, (Exact, .82, .001), (Folded, .03, 3e-5), (Part, .03, .0005), (Close, .06, .002), (Alike, .01, .01), (Different, .05, 0)),
            .. Field(MiddleName, (Exact, .40, .02), (Initial, .55, .07), (Different, .05, 0)),
            .. Field(NameSuffix, (Exact, .60, .01), (OneSided, .3995, .98), (Different, .0005, 0)),
            .. Field(Phone, (Exact, .65, 2e-5), (Close, .06, 2e-5), (Different, .29, 0)),
            .. Field(Email, (Exact, .75, 1e-5), (Close, .08, 1e-5), (Different, .17, 0)),
            .. Field(Place, (Exact, .60, 2e-5), (Close, .08, 2e-5), (SameZip, .08, 5e-4), (Near, .10, .01), (Region, .07, .04), (Different, .07, 0)),
            .. Field(Licence, (Exact, .80, 1e-6), (Close, .10, 2e-4), (Alike, .03, .01), (Different, .07, 0)),
            .. Field(Npi, (Exact, .998, 1e-7), (Different, .002, 0)),
            .. Field(Gender, (Exact, .98, .66), (Different, .02, 0)),
            .. Field(Language, (Exact, .85, .30), (Different, .15, 0)),
        ];
        return new LinkageParameters(odds, Prior, [.. new double[SharedContact.Count]], 0);
    }

    /// <summary>The u of the last level is what the others leave.</summary>
    private static IEnumerable<AgreementOdds> Field(LinkageField field, params (Agreement Agreement, double M, double U)[] levels) =>
        levels.Select(level => new AgreementOdds(field, level.Agreement, level.M, level.U > 0 ? level.U : 1 - levels.Sum(each => each.U)));
}
