using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting.Linkage;

/// <summary>Small lists, for which the shipped parameters speak.</summary>
public sealed class RecordLinkerTests
{
    private const string Studio = "12 Main Street";
    private const string StudioPhone = "315 555 0123";

    [Fact]
    public void Nobody_is_linked_to_nobody() => Assert.Empty(RecordLinker.Run([], []).Pairs);

    [Fact]
    public void A_nickname_with_the_same_telephone_and_door_is_merged() => Assert.Equal(
        "Merged None",
        Only(Record("a", "1", "Robert", "Zabriskie").At(Studio, phone: StudioPhone), Record("b", "7", "Bob", "Zabriskie").At("12 MAIN ST, Suite 4", phone: StudioPhone)));

    [Fact]
    public void Lost_accents_and_swapped_columns_do_not_keep_a_person_apart() => Assert.Equal(
        "Merged None",
        Only(Mailed(Record("a", "1", "José", "Ibáñez")).At(Studio, phone: StudioPhone), Mailed(Record("b", "7", "IBANEZ", "JOSE")).At(Studio, phone: StudioPhone)));

    [Fact]
    public void On_short_lists_a_person_looks_at_a_married_name() => Assert.Equal(
        "Review Unsure",
        Only(Mailed(Record("a", "1", "Ingrid", "Zabriskie")).At(Studio, phone: StudioPhone), Mailed(Record("b", "7", "Ingrid", "Whitfield")).At(Studio, phone: StudioPhone)));

    [Fact]
    public void Two_valid_npis_are_two_people_whatever_else_agrees() =>
        AssertNotMerged(Mailed(Record("a", "1", npi: AnasNpi)).At(Studio, phone: StudioPhone), Mailed(Record("b", "7", npi: BobsNpi)).At(Studio, phone: StudioPhone));

    [Fact]
    public void Two_members_of_one_organisation_are_not_merged_by_likeness() =>
        AssertNotMerged(Mailed(Record("a", "1")).At(Studio, phone: StudioPhone), Mailed(Record("a", "2")).At(Studio, phone: StudioPhone));

    [Fact]
    public void Junior_and_senior_are_not_merged() => Assert.Equal(
        "Review DifferentSuffix",
        Only(
            Mailed(Record("a", "1") with { Name = new PersonName("Ana", "Ortiz", null, "Sr.") }).At(Studio, phone: StudioPhone),
            Mailed(Record("b", "7") with { Name = new PersonName("Ana", "Ortiz", null, "Jr.") }).At(Studio, phone: StudioPhone)));

    [Fact]
    public void Colleagues_with_one_telephone_are_apart() =>
        Assert.Empty(Linked(Record("a", "1", "Ana", "Ortiz").At(Studio, phone: StudioPhone), Record("b", "7", "Ingrid", "Chen").At(Studio, phone: StudioPhone)).Pairs);

    [Fact]
    public void Husband_and_wife_are_apart() =>
        Assert.Empty(Linked(Record("a", "1", "Ana", "Ortiz").At(Studio, phone: StudioPhone), Record("b", "7", "Robert", "Ortiz").At(Studio, phone: StudioPhone)).Pairs);

    [Fact]
    public void A_common_name_alone_is_nobody() => Assert.Empty(Linked(Record("a", "1", "Mary", "Smith"), Record("b", "7", "Mary", "Smith")).Pairs);

    [Fact]
    public void A_rare_name_weighs_more_than_a_common_one()
    {
        var zabriskie = Assert.Single(Linked(Mailed(Record("a", "1", "Ana", "Zabriskie")), Mailed(Record("b", "7", "Ana", "Zabriskie"))).Pairs);
        var smith = Assert.Single(Linked(Mailed(Record("a", "1", "Ana", "Smith")), Mailed(Record("b", "7", "Ana", "Smith"))).Pairs);

        Assert.True(BitsOf(zabriskie, LinkageField.FamilyName) > BitsOf(smith, LinkageField.FamilyName) + 1);
    }

    [Fact]
    public void A_missing_value_is_no_evidence()
    {
        var pair = Assert.Single(Linked(Mailed(Record("a", "1")).At(Studio), Mailed(Record("b", "7"))).Pairs);

        Assert.Equal([LinkageField.GivenName, LinkageField.FamilyName, LinkageField.Email, LinkageField.SharedHousehold], pair.Evidence.Select(evidence => evidence.Field));
    }

    [Fact]
    public void Of_father_and_son_on_one_list_neither_is_taken_for_the_one_on_another()
    {
        SourceRecord[] records =
        [
            .. LinkageWorld.World.Make(new LinkageWorld.WorldOptions { People = 300 }, seed: 4).Select(each => each.Record),
            Record("list-0", "father", "John", "Zabriskie").At(Studio, phone: StudioPhone), Record("list-0", "son", "John", "Zabriskie").At(Studio, phone: StudioPhone),
            Record("list-1", "either", "John", "Zabriskie").At(Studio, phone: StudioPhone),
        ];

        Assert.Equal(
            ["list-0/father list-1/either Review Ambiguous", "list-0/son list-1/either Review Ambiguous"],
            Told(Linked(records)).Where(pair => pair.Contains("either", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_chain_whose_ends_clearly_differ_is_left_for_a_person()
    {
        var sure = Mailed(Record("a", "1", "Ingrid", "Zabriskie", AnasNpi)).At(Studio, phone: StudioPhone);
        var between = Mailed(Record("b", "7", "Ingrid", "Zabriskie")).At(Studio, phone: StudioPhone);
        var other = Record("c", "3", "Ingrid", "Zabriskie", BobsNpi).At(Studio, phone: StudioPhone);

        Assert.Equal(["a/1 b/7 Merged None", "b/7 c/3 Review Chain"], Told(Linked(sure, between, other)).Where(pair => !pair.StartsWith("a/1 c/3", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_slip_in_the_licence_number_is_seen()
    {
        var pair = Assert.Single(Linked(Mailed(Record("a", "1").Holding("NY", "0212345")), Mailed(Record("b", "7").Holding("NY", "0213245"))).Pairs);

        Assert.Contains(pair.Evidence, evidence => evidence is { Field: LinkageField.Licence, Agreement: Agreement.Close, Bits: > 0 });
    }

    [Fact]
    public void Another_number_in_an_email_address_is_no_slip()
    {
        var pair = Assert.Single(Linked(
            (Record("a", "1") with { Email = "ana.ortiz2@mail.example" }).At(Studio, phone: StudioPhone),
            (Record("b", "7") with { Email = "ana.ortiz3@mail.example" }).At(Studio, phone: StudioPhone)).Pairs);

        Assert.Contains(pair.Evidence, evidence => evidence is { Field: LinkageField.Email, Agreement: Agreement.Different, Bits: < 0 });
    }

    [Theory]
    [InlineData(LinkAuthority.Person)]
    [InlineData(LinkAuthority.Automatic)]
    public void Who_was_decided_to_be_apart_is_neither_merged_nor_shown_again(LinkAuthority authority)
    {
        var groups = IdentityGrouper.Group([Mailed(Record("a", "1")).At(Studio, phone: StudioPhone), Mailed(Record("b", "7")).At(Studio, phone: StudioPhone)]);

        Assert.Empty(RecordLinker.Run(groups, [Decisions.Apart("a/1", "b/7", authority)]).Pairs);
    }

    private static SourceRecord Mailed(SourceRecord record) => record with { Email = "zab@mail.example" };

    private static LinkageResult Linked(params SourceRecord[] records) => RecordLinker.Run(IdentityGrouper.Group(records), []);

    private static string Only(params SourceRecord[] records) => Assert.Single(Linked(records).Pairs) is var pair ? $"{pair.Zone} {pair.Obstacles}" : "";

    private static void AssertNotMerged(params SourceRecord[] records) => Assert.DoesNotContain(Linked(records).Pairs, pair => pair.Zone == LinkZone.Merged);

    private static double BitsOf(LinkedPair pair, LinkageField field) => pair.Evidence.Single(evidence => evidence.Field == field).Bits;

    private static IEnumerable<string> Told(LinkageResult result) => result.Pairs
        .Select(pair => $"{KeyOf(result.Groups[pair.One])} {KeyOf(result.Groups[pair.Other])} {pair.Zone} {pair.Obstacles}").Order(StringComparer.Ordinal);

    private static string KeyOf(IdentityGroup group) => $"{group.Records[0].Organization}/{group.Records[0].MemberKey}";
}
