using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class IdentityGrouperTests
{
    [Fact]
    public void Records_with_one_npi_are_one_person() =>
        Assert.Equal(["a/1+b/7"], Groups(Record("a", "1", npi: AnasNpi), Record("b", "7", npi: AnasNpi)));

    [Fact]
    public void Records_with_one_licence_however_it_is_written_are_one_person() =>
        Assert.Equal(["a/1+b/7"], Groups(Record("a", "1").Holding("NY", "012345"), Record("b", "7").Holding("NY", "12-345")));

    [Fact]
    public void The_same_number_in_another_state_is_another_licence() =>
        Assert.Equal(["a/1", "b/7"], Groups(Record("a", "1").Holding("NY", "012345"), Record("b", "7").Holding("NJ", "012345")));

    [Fact]
    public void Joining_is_transitive() => Assert.Equal(
        ["a/1+b/7+c/3"],
        Groups(Record("a", "1", npi: AnasNpi), Record("b", "7").Holding("NY", "1"), Record("c", "3", npi: AnasNpi).Holding("NY", "1")));

    [Fact]
    public void Records_without_a_common_key_stay_apart_even_with_one_name() => Assert.Equal(["a/1", "b/7"], Groups(Record("a", "1"), Record("b", "7")));

    [Fact]
    public void Clearly_different_names_under_one_key_stay_apart_and_both_are_in_conflict() => Assert.Equal(
        ["a/1! npi:2000000010", "b/7! npi:2000000010"],
        Groups(Record("a", "1", npi: AnasNpi), Record("b", "7", "Bob", "Chen", npi: AnasNpi)));

    [Fact]
    public void Different_npis_under_one_licence_stay_apart_and_both_are_in_conflict() => Assert.Equal(
        ["a/1! licence:US-NY/1", "b/7! licence:US-NY/1"],
        Groups(Record("a", "1", npi: AnasNpi).Holding("NY", "1"), Record("b", "7", npi: BobsNpi).Holding("NY", "1")));

    [Fact]
    public void A_conflict_leaves_the_rest_of_each_person_joined() => Assert.Equal(
        ["a/1+c/3! npi:2000000010", "b/7+d/4! npi:2000000010"],
        Groups(
            Record("a", "1", npi: AnasNpi), Record("b", "7", "Bob", "Chen", npi: AnasNpi),
            Record("c", "3", npi: AnasNpi), Record("d", "4", "Robert", "Chen", npi: AnasNpi)));

    [Fact]
    public void The_order_of_the_records_does_not_matter()
    {
        var chance = new Random(7);
        var records = Enumerable.Range(0, 120).Select(i => Record(
            $"o{i % 5}", $"{i}", chance.Next(4) == 0 ? "Bob" : "Ana", chance.Next(3) == 0 ? "Chen" : "Ortiz",
            chance.Next(3) == 0 ? NpiOf(200_000_000 + chance.Next(25)) : null)
            .Holding("NY", $"{chance.Next(1, 60)}")).ToArray();
        var expected = Groups(records);

        for (var round = 0; round < 20; round++)
        {
            chance.Shuffle(records);
            Assert.Equal(expected, Groups(records));
        }
    }

    [Fact]
    public void Every_record_is_in_exactly_one_group()
    {
        var records = Enumerable.Range(0, 40).Select(i => Record("o", $"{i}").Holding("NY", $"{(i % 7) + 1}")).ToArray();

        Assert.Equal(
            records.Select(record => record.MemberKey).Order(StringComparer.Ordinal),
            IdentityGrouper.Group(records).SelectMany(group => group.Records).Select(record => record.MemberKey).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_record_is_known_by_npi_licences_and_member_key() => Assert.Equal(
        ["npi:2000000010", "licence:US-NY/12345", "member:a/1"],
        IdentityGrouper.KeysOf(Record("a", "1", npi: AnasNpi).Holding("NY", "012345")).Select(key => key.ToString()));

    private static string[] Groups(params SourceRecord[] records) =>
    [
        .. IdentityGrouper.Group(records)
            .Select(group => string.Join('+', group.Records.Select(record => $"{record.Organization}/{record.MemberKey}"))
                + (group.InConflict ? "! " : "") + string.Join(',', group.ContestedKeys))
            .Order(StringComparer.Ordinal),
    ];
}
