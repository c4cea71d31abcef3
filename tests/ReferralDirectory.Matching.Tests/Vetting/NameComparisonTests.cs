using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class NameComparisonTests
{
    [Theory]
    [InlineData("Ana María", "Ortiz", "ANA", "ORTIZ")]
    [InlineData("José", "Muñoz", "Jose", "Munoz")]
    [InlineData("Sean", "O'Brien", "Seán", "OBrien")]
    [InlineData("J.", "Okafor", "James", "Okafor-Lee")]
    [InlineData("Bob", "Chen", "Robert", "Chen")]
    [InlineData("Katherine", "Lee", "Catherine", "Li")]
    [InlineData("Dan", "Smith", "Daniel", "Smyth")]
    [InlineData("Ortiz", "Ana", "Ana", "Ortiz")]
    [InlineData("Jonh", "Whitfield", "John", "Whitfeild")]
    public void Ways_of_writing_one_name_are_not_clearly_different(string given, string family, string otherGiven, string otherFamily) =>
        Assert.False(AreClearlyDifferent(new(given, family), new(otherGiven, otherFamily)));

    [Theory]
    [InlineData("Maria", "Ortiz", "Maria", "Feldman")]
    [InlineData("Bill", "Ortiz", "William", "Feldman")]
    public void A_changed_family_name_alone_is_not_clearly_different(string given, string family, string otherGiven, string otherFamily) =>
        Assert.False(AreClearlyDifferent(new(given, family), new(otherGiven, otherFamily)));

    [Fact]
    public void A_person_may_go_by_the_middle_name() =>
        Assert.False(AreClearlyDifferent(new("Margaret", "Doe", "Ruth"), new("Ruth", "Hale")));

    [Theory]
    [InlineData("Ana", "Ortiz", "Robert", "Chen")]
    [InlineData("Li", "Wu", "Bo", "Xu")]
    [InlineData("Ana", "Ortiz", "Eva", "Smith-Jones")]
    [InlineData("Jo", "Ng", "Joan", "Ho")]
    public void Other_given_and_other_family_name_are_clearly_different(string given, string family, string otherGiven, string otherFamily) =>
        Assert.True(AreClearlyDifferent(new(given, family), new(otherGiven, otherFamily)));

    [Fact]
    public void A_middle_initial_does_not_make_two_people_one() =>
        Assert.True(AreClearlyDifferent(new("Ana", "Ortiz", "B."), new("Bob", "Chen")));

    [Theory]
    [InlineData("Bob", "Smith", "Cynthia", "Smith", false)]
    [InlineData("Bob", "Smith", "Robert", "Smith", true)]
    [InlineData("Bob", "Smith", "R.", "Smyth", true)]
    [InlineData("Maria", "Ortiz", "Maria", "Feldman", true)]
    [InlineData("M.", "Ortiz", "Maria", "Feldman", false)]
    [InlineData("Ortiz", "Ana", "Ana", "Ortiz", true)]
    [InlineData("Ruth", "Doe", "Margaret Ruth", "Doe", true)]
    [InlineData("Bob", "Smith", "", "SMITH ROBERT", true)]
    [InlineData("Bob", "Smith", "", "SMITH", false)]
    public void A_register_s_good_word_needs_the_given_name_and_a_family_name_alone_confirms_nobody(
        string given, string family, string otherGiven, string otherFamily, bool confirm)
    {
        Assert.Equal(confirm, NameComparison.ConfirmEachOther(new(given, family), new(otherGiven, otherFamily)));
        Assert.Equal(confirm, NameComparison.ConfirmEachOther(new(otherGiven, otherFamily), new(given, family)));
    }

    private static bool AreClearlyDifferent(PersonName one, PersonName other)
    {
        var answer = NameComparison.AreClearlyDifferent(one, other);
        Assert.Equal(answer, NameComparison.AreClearlyDifferent(other, one));
        return answer;
    }
}
