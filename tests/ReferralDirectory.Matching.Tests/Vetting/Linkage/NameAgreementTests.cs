using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting.Linkage;

public sealed class NameAgreementTests
{
    [Theory]
    [InlineData("Ana", "ANA", Agreement.Exact)]
    [InlineData("María", "Maria", Agreement.Folded)]
    [InlineData("Robert", "Bob", Agreement.Nickname)]
    [InlineData("Pat", "Patrick", Agreement.Nickname)]
    [InlineData("Pat", "Patricia", Agreement.Nickname)]
    [InlineData("R.", "Robert", Agreement.Initial)]
    [InlineData("Mary Ann", "Ann", Agreement.Part)]
    [InlineData("Jennifer", "Jenifer", Agreement.Close)]
    [InlineData("Robert", "Bobyb", Agreement.Alike)]
    [InlineData("Heather", "Haetehr", Agreement.Alike)]
    [InlineData("Ana", "Robert", Agreement.Different)]
    [InlineData("", "Robert", Agreement.Missing)]
    public void Given_names_agree(string one, string other, Agreement agreement) => Both(NameAgreement.OfGiven, new(one, "Ortiz"), new(other, "Ortiz"), agreement);

    [Theory]
    [InlineData("O'Brien", "OBRIEN", Agreement.Exact)]
    [InlineData("De la Cruz", "Delacruz", Agreement.Exact)]
    [InlineData("Núñez", "Nunez", Agreement.Folded)]
    [InlineData("Smith-Jones", "Jones", Agreement.Part)]
    [InlineData("Whitfield", "Whitfeild", Agreement.Close)]
    [InlineData("Ortega", "Rotgea", Agreement.Alike)]
    [InlineData("Ortiz", "Feldman", Agreement.Different)]
    public void Family_names_agree(string one, string other, Agreement agreement) => Both(NameAgreement.OfFamily, new("Ana", one), new("Ana", other), agreement);

    [Theory]
    [InlineData("Ruth", "R.", Agreement.Initial)]
    [InlineData("Ruth", "Ruht", Agreement.Exact)]
    [InlineData("Ruth", "Maria", Agreement.Different)]
    [InlineData("Ruth", null, Agreement.Missing)]
    public void Middle_names_agree(string? one, string? other, Agreement agreement) =>
        Both(NameAgreement.OfMiddle, new("Ana", "Ortiz", one), new("Ana", "Ortiz", other), agreement);

    [Theory]
    [InlineData("Jr.", "JR", Agreement.Exact)]
    [InlineData("Jr.", "Sr.", Agreement.Different)]
    [InlineData("Jr.", null, Agreement.OneSided)]
    [InlineData("LMT", "PhD", Agreement.Missing)]
    public void Suffixes_agree(string? one, string? other, Agreement agreement) =>
        Both(NameAgreement.OfSuffix, new("Ana", "Ortiz", null, one), new("Ana", "Ortiz", null, other), agreement);

    [Theory]
    [InlineData("martha", "marhta", .961)]
    [InlineData("dixon", "dicksonx", .813)]
    [InlineData("dwayne", "duane", .840)]
    [InlineData("same", "same", 1)]
    [InlineData("abc", "xyz", 0)]
    public void Jaro_and_Winkler_are_told_as_published(string one, string other, double similarity) => Assert.Equal(similarity, JaroWinkler.Similarity(one, other), .0005);

    [Theory]
    [InlineData("robert", "R163")]
    [InlineData("rupert", "R163")]
    [InlineData("ashcraft", "A261")]
    [InlineData("tymczak", "T522")]
    [InlineData("pfister", "P236")]
    [InlineData("lee", "L000")]
    public void Words_that_sound_alike_have_one_code(string word, string code) => Assert.Equal(code, Soundex.Of(word));

    private static void Both(Func<LinkageName, LinkageName, Agreement> compare, PersonName one, PersonName other, Agreement agreement)
    {
        Assert.Equal(agreement, compare(new(one), new(other)));
        Assert.Equal(agreement, compare(new(other), new(one)));
    }
}
