using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// u from random pairs of one organisation's members, m and the prior by expectation maximisation over the candidates of different
/// organisations, every pair that was not a candidate counting as two people. The shipped parameters weigh as much as some pairs
/// (<see cref="PairsSupposedForM"/>, <see cref="PairsSupposedForU"/>), so that few data move them little and many replace them.
/// </summary>
internal sealed class ParameterEstimation(SourcePairs sources)
{
    private const int SampleSize = 250_000;
    private const double PairsSupposedForM = 50;
    private const double PairsSupposedForU = 1_000;
    private const double HalfAPair = .5;
    private const double FamiliesSupposed = .2;
    private const int MostRounds = 40;
    private const double SettledWithin = 1e-4;

    // Whoever agrees in an exact key was joined by it: what is left says nothing of how often they agree. Suffixes are too rare to learn from.
    private static readonly LinkageField[] NotLearned = [LinkageField.Licence, LinkageField.Npi, LinkageField.NameSuffix];

    // Every pair that agrees so is a candidate, so it is counted, not sampled: it is rarer than a sample shows.
    private static readonly (LinkageField Field, Agreement Agreement)[] Counted =
    [
        (LinkageField.Phone, Agreement.Exact), (LinkageField.Email, Agreement.Exact), (LinkageField.Place, Agreement.Exact),
    ];

    /// <summary>Candidates of one organisation, by what they agree in.</summary>
    private readonly Dictionary<AgreementVector, double> within = [];

    /// <summary>Candidates of different organisations.</summary>
    private readonly Dictionary<AgreementVector, double> across = [];

    private readonly Dictionary<AgreementVector, double> sampled = [];

    public void Count(AgreementVector agreements, bool shareAnOrganization) =>
        CollectionsMarshal.GetValueRefOrAddDefault(shareAnOrganization ? within : across, agreements, out _)++;

    public LinkageParameters Estimate(IReadOnlyList<LinkageRecord> records, ulong seed)
    {
        foreach (var (one, other) in sources.Sample(SampleSize, seed))
            CollectionsMarshal.GetValueRefOrAddDefault(sampled, PairComparison.Of(records[one], records[other]).Agreements, out _)++;
        var parameters = Strangers();
        for (var round = 0; round < MostRounds; round++)
        {
            var next = Maximised(parameters);
            var moved = next.Odds.Zip(parameters.Odds, (after, before) => Math.Abs(after.M - before.M)).Max();
            parameters = next;
            if (moved < SettledWithin)
                break;
        }

        return parameters;
    }

    /// <summary>u and what comes together among strangers; m and the prior as shipped.</summary>
    private LinkageParameters Strangers()
    {
        var shipped = DefaultParameters.Value;
        var odds = shipped.Odds.GroupBy(level => level.Field).SelectMany(StrangersIn).ToImmutableArray();
        var measured = new LinkageParameters(odds, shipped.Prior, shipped.ContactBits, 0);
        var contacts = new double[SharedContact.Count];
        double household = 0, anyContact = 0;
        foreach (var (agreements, count) in within)
        {
            contacts[SharedContact.Of(agreements)] += count;
            anyContact += SharedContact.IsAny(agreements) ? count : 0;
            household += SharedContact.AndFamilyName(agreements) ? count : 0;
        }

        var family = measured.Strangers(LinkageField.FamilyName, Agreement.Exact) + measured.Strangers(LinkageField.FamilyName, Agreement.Folded);
        return new LinkageParameters(
            odds,
            shipped.Prior,
            [.. contacts.Select((count, contact) => SharedContact.IsSeveral(contact) ? TooMuch(count, SharedContact.IfIndependent(contact, measured.Strangers), SharedContact.Rarest(contact, measured.Strangers)) : 0)],
            Math.Min(0, Math.Log2(family * (anyContact + HalfAPair) / (household + (HalfAPair * FamiliesSupposed)))));
    }

    /// <summary>Where nothing is known, half of those who share the rarest share it all.</summary>
    private double TooMuch(double seen, double ifIndependent, double rarest)
    {
        var together = (seen + HalfAPair) / (sources.Within + (HalfAPair / (rarest / 2)));
        return Math.Min(0, Math.Log2(ifIndependent / together));
    }

    private IEnumerable<AgreementOdds> StrangersIn(IGrouping<LinkageField, AgreementOdds> field)
    {
        if (field.Key == LinkageField.NameSuffix)
            return field;
        var stated = sampled.Where(pair => pair.Key[field.Key] != Agreement.Missing).Sum(pair => pair.Value);
        var share = (stated + HalfAPair) / (sampled.Values.Sum() + HalfAPair);
        var u = field.ToDictionary(level => level.Agreement, level =>
        {
            if (Counted.Contains((level.Field, level.Agreement)))
                return (Sum(within, level) + HalfAPair) / ((sources.Within * share) + (HalfAPair / level.U));
            return (Sum(sampled, level) + (PairsSupposedForU * level.U)) / (stated + PairsSupposedForU);
        });
        var all = u.Values.Sum();
        return field.Select(level => level with { U = u[level.Agreement] / all });
    }

    private LinkageParameters Maximised(LinkageParameters before)
    {
        var matches = 0.0;
        var expected = new Dictionary<(LinkageField Field, Agreement Agreement), double>();
        foreach (var (agreements, count) in across)
        {
            var same = count * LinkageParameters.Probability(before.Bits(agreements) + before.PriorBits);
            matches += same;
            for (var field = LinkageField.GivenName; field <= LinkageField.Language; field++)
                CollectionsMarshal.GetValueRefOrAddDefault(expected, (field, agreements[field]), out _) += same;
        }

        var shipped = DefaultParameters.Value;
        var odds = before.Odds.Select((level, i) =>
        {
            if (NotLearned.Contains(level.Field))
                return level;
            var stated = matches - expected.GetValueOrDefault((level.Field, Agreement.Missing));
            return level with { M = (expected.GetValueOrDefault((level.Field, level.Agreement)) + (PairsSupposedForM * shipped.Odds[i].M)) / (stated + PairsSupposedForM) };
        });
        var prior = Math.Min(DefaultParameters.MostPrior, (matches + 1) / (sources.Across + (1 / DefaultParameters.Prior)));
        return new LinkageParameters([.. odds], prior, before.ContactBits, before.HouseholdBits);
    }

    private static double Sum(Dictionary<AgreementVector, double> pairs, AgreementOdds level) =>
        pairs.Where(pair => pair.Key[level.Field] == level.Agreement).Sum(pair => pair.Value);
}
