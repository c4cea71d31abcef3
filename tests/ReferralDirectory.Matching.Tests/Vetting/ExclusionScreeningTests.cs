using System.Globalization;
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

    [Theory]
    [InlineData("1970-02-03")]
    [InlineData("1971-03-02")]
    [InlineData("1969-03-02")]
    [InlineData("1970-03-22")]
    [InlineData("1920-03-02")]
    public void A_birth_date_that_may_be_mistyped_waits_for_a_person(string listed) => Assert.Equal(
        [(ExclusionMatchKind.NameAndState, VerificationOutcome.PossibleMatch)],
        Found(Ana, Entry("ANA", "ORTIZ") with { BirthDate = DateOnly.Parse(listed, CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData("1969-12-31")]
    [InlineData("1981-03-02")]
    [InlineData("1970-04-12")]
    public void Clearly_another_birth_date_is_another_person(string listed) =>
        Assert.Empty(Found(Ana, Entry("ANA", "ORTIZ") with { BirthDate = DateOnly.Parse(listed, CultureInfo.InvariantCulture) }));

    [Theory]
    [InlineData("O'Brien", "O BRIEN")]
    [InlineData("McDonald", "MC DONALD")]
    [InlineData("DelaCruz", "DE LA CRUZ")]
    [InlineData("de la Cruz", "DELACRUZ")]
    [InlineData("Hernandez", "HERNANDES")]
    [InlineData("Hernandez", "HERNADEZ")]
    [InlineData("Hernandez", "HERNNADEZ")]
    [InlineData("Van der Berg", "VANDERBERGE")]
    public void Joined_words_and_one_typing_error_are_seen_through(string family, string listed)
    {
        Assert.Single(Found(Record("a", "1", "Ana", family).At("1 Main St"), Entry("ANA", listed)));
        Assert.Single(Found(Record("a", "1", "Ana", listed).At("1 Main St"), Entry("ANA", family)));
        Assert.Single(Found(Record("a", "1", family, "Ana").At("1 Main St"), Entry("ANA", listed)));
    }

    [Fact]
    public void A_former_name_is_compared_too() =>
        Assert.Single(Found(Record("a", "1", "Ana", "Wedded").At("1 Main St") with { OtherName = new PersonName("Ana", "Ortiz") }, Entry("ANA", "ORTIZ")));

    [Fact]
    public void Whoever_is_named_alike_is_found()
    {
        string[] families = ["Ortiz", "Ortis", "O'Tiz", "Or Tiz", "De La Cruz", "Delacruz", "Cruz", "Lee", "Li", "Ana", "Anna", "Maria"];
        PersonName[] names = [.. families.SelectMany(family => families.Select(given => new PersonName(given, family, "Lou")))];
        var list = names.Select(name => Entry(name.Given, name.Family) with { Name = name }).ToArray();
        var screening = new ExclusionScreening(list);

        Assert.All(names, name => Assert.Equal(
            list.Where(entry => NameComparison.AreAlike(name, entry.Name!)).Select(entry => entry.Key).Order(StringComparer.Ordinal),
            screening.Matches(Record("a", "1", name.Given, name.Family).At("1 Main St") with { Name = name }, []).Select(match => match.Entry.Key).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void An_entry_that_met_the_record_before_is_possible_while_it_is_listed()
    {
        var moved = Record("a", "1", "Ana", "Wedded");

        Assert.Equal(
            [(ExclusionMatchKind.FoundBefore, VerificationOutcome.PossibleMatch)],
            new ExclusionScreening([Entry("ANA", "ORTIZ")]).Matches(moved, ["ANA/ORTIZ", "gone"]).Select(match => (match.Kind, match.Outcome)));
    }

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
        Assert.Empty(Found(Ana, new ExclusionListEntry("b", null, "ANA ORTIZ", null, null, null, StateCode.Parse("NY"), "1128a1", Day)));

    private static ExclusionListEntry Entry(string given, string family) =>
        new($"{given}/{family}", new PersonName(given, family), null, null, null, null, StateCode.Parse("NY"), "1128a1", Day);

    private static (ExclusionMatchKind, VerificationOutcome)[] Found(SourceRecord record, params ExclusionListEntry[] list) =>
        [.. new ExclusionScreening(list).Matches(record, []).Select(match => (match.Kind, match.Outcome))];
}
