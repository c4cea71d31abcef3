using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vocabulary;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("es", "es")]
    [InlineData("ES-mx", "es-mx")]
    [InlineData("zh-Hant", "zh-hant")]
    [InlineData("yue", "yue")]
    [InlineData("en-x-clinic", "en-x-clinic")]
    public void A_language_is_named_by_its_code_in_any_case(string text, string tag)
    {
        Assert.True(LanguageTag.TryParse(text, out var read));
        Assert.Equal(tag, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english")]
    [InlineData("e1")]
    [InlineData("es_MX")]
    [InlineData("es-")]
    [InlineData("es-mexicanos")]
    [InlineData("es-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd")]
    public void What_is_no_tag_is_refused(string? text) => Assert.False(LanguageTag.TryParse(text, out _));
}
