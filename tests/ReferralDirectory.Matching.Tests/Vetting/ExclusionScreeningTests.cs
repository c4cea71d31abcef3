using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class ExclusionScreeningTests
{
    private static readonly DateOnly Born = new(1970, 3, 2);
    private static readonly SourceRecord Ana = Record("a", "1", npi: AnasNpi).At("1 Main St") with { BirthDate = Born };

    [Fact]
    public void An_npi_on_the_list_excludes_whatever_the_names_are() =>
        Assert.Equal([(ExclusionMatchKind.Npi, VerificationOutcome.Excluded)], Found(Ana, Entry("Bob", "Stone") with { Npi = AnasNpi }));

    [Fact]
    public void Name_birth_date_and_state_exclude() =>
        Assert.Equal([(ExclusionMatchKind.NameBirthDateAndState, VerificationOutcome.Excluded)], Found(Ana, Entry("ANA", "ORTIZ") with { BirthDate = Born }));

    [Fact]
    public void Name_and_state_alone_wait_for_a_person()
    {
        (ExclusionMatchKind, VerificationOutcome)[] possible = [(ExclusionMatchKind.NameAndState, VerificationOutcome.PossibleMatch)];

        Assert.Equal(possible, Found(Ana, Entry("ANA", "ORTIZ")));
        Assert.Equal(possible, Found(Ana with { BirthDate = null }, Entry("ANA", "ORTIZ") with { BirthDate = Born }));
    }

    [Fact]
    public void Another_birth_date_is_another_person() => Assert.Empty(Found(Ana, Entry("ANA", "ORTIZ") with { BirthDate = Born.AddYears(1) }));

    [Fact]
    public void The_same_name_in_another_state_is_another_person() => Assert.Empty(Found(Ana, Entry("ANA", "ORTIZ") with { State = StateCode.Parse("AK") }));

    [Fact]
    public void The_state_of_a_licence_counts_as_well_as_that_of_a_place() =>
        Assert.Single(Found(Ana.Holding("AK", "77"), Entry("ANA", "ORTIZ") with { State = StateCode.Parse("AK") }));

    [Fact]
    public void An_entry_without_a_state_may_be_of_any() => Assert.Single(Found(Ana, Entry("ANA", "ORTIZ") with { State = null }));

    [Fact]
    public void A_given_name_alone_or_a_family_name_alone_is_no_match() =>
        Assert.All([Entry("ANA", "STONE"), Entry("BOB", "ORTIZ")], entry => Assert.Empty(Found(Ana, entry)));

    [Theory]
    [InlineData("Ana", "Ortíz")]
    [InlineData("Ortiz", "Ana")]
    [InlineData("Ana", "Ortiz-Stone")]
    public void Accents_exchanged_names_and_double_names_are_seen_through(string given, string family) =>
        Assert.Single(Found(Record("a", "1", given, family).At("1 Main St"), Entry("ANA", "ORTIZ")));

    [Fact]
    public void Names_are_compared_as_the_list_cuts_them() => Assert.Single(
        Found(Record("a", "1", "Maximiliana-Josefina", "Featherstonehaugh-Cholmondeley").At("1 Main St"), Entry("MAXIMILIANA-JOS", "FEATHERSTONEHAUGH-CH")));

    [Fact]
    public void A_business_matches_nobody_by_name() =>
        Assert.Empty(Found(Ana, new ExclusionListEntry("b", null, "ANA ORTIZ", null, null, StateCode.Parse("NY"), "1128a1", Day)));

    private static ExclusionListEntry Entry(string given, string family) =>
        new($"{given}/{family}", new PersonName(given, family), null, null, null, StateCode.Parse("NY"), "1128a1", Day);

    private static (ExclusionMatchKind, VerificationOutcome)[] Found(SourceRecord record, params ExclusionListEntry[] list) =>
        [.. new ExclusionScreening(list).Matches(record, []).Select(match => (match.Kind, match.Outcome))];
}
