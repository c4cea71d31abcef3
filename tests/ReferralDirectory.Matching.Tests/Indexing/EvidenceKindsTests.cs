using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Tests.Indexing;

public sealed class EvidenceKindsTests
{
    private static readonly DateOnly ServiceDay = new(2026, 11, 22);

    [Fact]
    public void Every_kind_of_evidence_has_the_value_of_the_rule_however_old_or_early_its_fact_is()
    {
        var builder = new EvidenceKinds.Builder(ServiceDay);
        DateOnly[] days = [DateOnly.MinValue, new(1999, 12, 31), ServiceDay.AddYears(-12), ServiceDay.AddDays(-400), ServiceDay, ServiceDay.AddYears(1), DateOnly.MaxValue];
        double[] trusts = [NetworkEvidenceRule.InsurerFile, NetworkEvidenceRule.Organization * NetworkEvidenceRule.OtherThanAsked];
        var numbers = trusts.SelectMany(trust => days, (trust, day) => (Trust: trust, Day: day, Number: builder.NumberOf(trust, day))).ToList();

        foreach (var asOf in new[] { ServiceDay, ServiceDay.AddDays(-90), ServiceDay.AddYears(2) })
        {
            var raw = builder.Build().RawOn(asOf);
            Assert.All(numbers, kind => Assert.Equal(NetworkEvidenceRule.Raw(kind.Trust, asOf.DayNumber - kind.Day.DayNumber), raw[kind.Number]));
        }
    }

    [Fact]
    public void No_world_has_more_kinds_than_there_are_numbers()
    {
        var builder = new EvidenceKinds.Builder(ServiceDay);
        double[] trusts = [.1, .2, .3, .4, .5, .6];

        for (var day = ServiceDay.AddYears(-40); day < ServiceDay.AddYears(40); day = day.AddDays(1))
            Array.ForEach(trusts, trust => builder.NumberOf(trust, day));

        Assert.InRange(builder.Build().RawOn(ServiceDay).Length, 50_000, ushort.MaxValue + 1);
    }
}
