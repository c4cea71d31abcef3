using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;
using static ReferralDirectory.Matching.Tests.Vetting.Linkage.Decisions;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting.Linkage;

public sealed class DecidedGroupsTests
{
    private static readonly SourceRecord[] Strangers = [Record("a", "1"), Record("b", "7"), Record("c", "3")];

    [Fact]
    public void A_decision_joins_what_no_key_joins() => Assert.Equal(["a/1+b/7", "c/3"], Groups(Strangers, Merged("b/7", "a/1")));

    [Fact]
    public void Decisions_join_further_what_keys_joined() =>
        Assert.Equal(["a/1+b/7+c/3"], Groups([Record("a", "1", npi: AnasNpi), Record("b", "7", npi: AnasNpi), Record("c", "3")], Merged("b/7", "c/3")));

    [Fact]
    public void A_later_decision_undoes_a_merge() => Assert.Equal(["a/1", "b/7", "c/3"], Groups(Strangers, Merged("a/1", "b/7"), Apart("b/7", "a/1", day: 1)));

    [Fact]
    public void A_still_later_one_merges_again() =>
        Assert.Equal(["a/1+b/7", "c/3"], Groups(Strangers, Merged("a/1", "b/7"), Apart("a/1", "b/7", day: 1), Merged("a/1", "b/7", LinkAuthority.Person, day: 2)));

    [Fact]
    public void A_run_does_not_overrule_a_person() => Assert.Equal(["a/1", "b/7", "c/3"], Groups(Strangers, Apart("a/1", "b/7"), Merged("a/1", "b/7", day: 5)));

    [Fact]
    public void Who_is_decided_to_be_apart_stays_so_over_a_third() =>
        Assert.Equal(["a/1+c/3", "b/7"], Groups(Strangers, Apart("a/1", "b/7"), Merged("a/1", "c/3"), Merged("c/3", "b/7")));

    [Fact]
    public void A_person_parts_even_what_a_key_joins_and_the_key_is_then_contested() => Assert.Equal(
        ["a/1! npi:2000000010", "b/7! npi:2000000010"],
        Groups([Record("a", "1", npi: AnasNpi), Record("b", "7", npi: AnasNpi)], Apart("a/1", "b/7")));

    [Fact]
    public void A_persons_word_joins_names_that_clearly_differ_and_ends_the_conflict() => Assert.Equal(
        ["a/1+b/7"],
        Groups([Record("a", "1", npi: AnasNpi), Record("b", "7", "Bob", "Chen", npi: AnasNpi)], Merged("a/1", "b/7", LinkAuthority.Person)));

    [Fact]
    public void Whoever_fits_one_of_two_names_that_a_person_made_one_fits() => Assert.Equal(
        ["a/1+b/7+c/3"],
        Groups(
            [Record("a", "1"), Record("b", "7", "Bob", "Chen", npi: AnasNpi), Record("c", "3", npi: AnasNpi)], Merged("a/1", "b/7", LinkAuthority.Person)));

    [Fact]
    public void A_run_joins_only_who_fits_even_now() => Assert.Equal(
        ["a/1", "b/7", "c/3"],
        Groups([Record("a", "1", npi: AnasNpi), Record("b", "7", npi: BobsNpi), Record("c", "3", "Robert", "Chen")], Merged("a/1", "b/7"), Merged("a/1", "c/3")));

    [Fact]
    public void A_decision_about_a_record_that_is_gone_does_nothing() => Assert.Equal(["a/1", "b/7", "c/3"], Groups(Strangers, Merged("a/1", "z/9")));

    [Fact]
    public void Neither_the_order_of_the_records_nor_of_the_decisions_matters()
    {
        var chance = new Random(11);
        var records = Enumerable.Range(0, 60).Select(i => Record($"o{i % 4}", $"{i}", npi: chance.Next(2) == 0 ? NpiOf(200_000_000 + chance.Next(12)) : null)).ToArray();
        var decisions = Enumerable.Range(0, 80).Select(_ => (One: chance.Next(60), Other: chance.Next(60))).Where(pair => pair.One != pair.Other)
            .Select(pair => chance.Next(4) == 0
                ? Apart($"o{pair.One % 4}/{pair.One}", $"o{pair.Other % 4}/{pair.Other}", day: chance.Next(3))
                : Merged($"o{pair.One % 4}/{pair.One}", $"o{pair.Other % 4}/{pair.Other}", (LinkAuthority)chance.Next(2), chance.Next(3))).ToArray();
        var expected = Groups(records, decisions);

        for (var round = 0; round < 20; round++)
        {
            chance.Shuffle(records);
            chance.Shuffle(decisions);
            Assert.Equal(expected, Groups(records, decisions));
        }
    }

    private static string[] Groups(SourceRecord[] records, params LinkDecision[] decisions) =>
    [
        .. IdentityGrouper.Group(records, decisions)
            .Select(group => string.Join('+', group.Records.Select(record => $"{record.Organization}/{record.MemberKey}"))
                + (group.InConflict ? "! " : "") + string.Join(',', group.ContestedKeys))
            .Order(StringComparer.Ordinal),
    ];
}
