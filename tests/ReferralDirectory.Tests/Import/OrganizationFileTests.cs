using ReferralDirectory.Import.Sources;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import;

public sealed class OrganizationFileTests
{
    [Fact]
    public void Organisations_are_read() => Assert.Equal(
        [
            new Organization(Code<Organization>.Parse("guild"), "The Guild", "trade-organization", "https://guild.example.org", Synthetic: true),
            new Organization(Code<Organization>.Parse("other"), "Other", "board", null, Synthetic: false),
        ],
        Read("guild,The Guild,trade-organization,https://guild.example.org,yes\nother,Other,board,,").Staged.Organizations);

    [Theory]
    [InlineData("The Guild,The Guild,x,,yes", "2 id bad-code")]
    [InlineData("guild,,x,,yes", "2 name missing-value")]
    [InlineData("guild,G,x,,maybe", "2 synthetic bad-yes-no")]
    [InlineData("oig,G,x,,no", "2 id reserved-organization")]
    [InlineData("tx-tdlr,G,x,,no", "2 id reserved-organization")]
    [InlineData("state-ny,G,x,,no", "2 id reserved-organization")]
    [InlineData("insurer-aetna,G,x,,no", "2 id reserved-organization")]
    [InlineData("directory-operator,G,x,,no", "2 id reserved-organization")]
    [InlineData("public-reports,G,x,,no", "2 id reserved-organization")]
    [InlineData("guild,G,register,,no", "2 kind reserved-kind")]
    [InlineData("guild,G,insurer,,no", "2 kind reserved-kind")]
    [InlineData("guild,G,operator,,no", "2 kind reserved-kind")]
    [InlineData("guild,G,x,,yes\nguild,H,x,,yes", "3 id duplicate-organization")]
    public void A_wrong_organisation_is_reported(string rows, string error) => Assert.Equal([error], Read(rows).Errors);

    [Fact]
    public void An_id_that_only_looks_like_a_board_s_is_free() => Assert.Empty(Read("state-massage-guild,G,x,,no").Errors);

    private static FileAsRead Read(string rows) => ImportFiles.Read((path, context, _, errors) => OrganizationFile.Read(path, context, errors), $"id,name,kind,website,synthetic\n{rows}", by: null);
}
