using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using static ReferralDirectory.Matching.Tests.Vetting.Records;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class TrustSignalsTests
{
    private static readonly TherapistProfile Ana = TherapistResolver.Resolve(
        new IdentityGroup([Record("a", "1", npi: AnasNpi).At("1 Main Street")], InConflict: false), [], new TherapistId(1), 1, _ => new ListingId(1));

    [Theory]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public void Whoever_nobody_has_spoken_of_for_half_a_year_is_aged(int days, bool aged) =>
        Assert.Equal(aged ? [TrustSignal.Aged] : [], TrustSignals.Of(Ana, Day.AddDays(days)));

    [Fact]
    public void One_newer_word_about_a_network_is_enough()
    {
        var newer = new NetworkFact(Code<Matching.Knowledge.Insurer>.Parse("aetna"), null, true, null, null, null, null, new Provenance("aetna", FactMethod.InsurerFile, Day.AddDays(100)));

        Assert.Empty(TrustSignals.Of(Ana with { Networks = [newer] }, Day.AddDays(181)));
    }

    [Theory]
    [InlineData(2, 0, 0, false)]
    [InlineData(3, 0, 0, true)]
    [InlineData(3, 1, 0, false)]
    [InlineData(3, 0, 1, false)]
    public void Three_referrals_without_any_answer_are_a_sign(int sent, int accepted, int reportedBack, bool isSign) =>
        Assert.Equal(isSign ? [TrustSignal.NoAnswerToReferrals] : [], TrustSignals.Of(Ana with { Referrals = new ReferralRecord(sent, accepted, reportedBack) }, Day));

    [Theory]
    [InlineData(DoubtKind.Disputed, TrustSignal.PublicReports)]
    [InlineData(DoubtKind.SourcesDisagree, TrustSignal.SourcesDisagree)]
    [InlineData(DoubtKind.ReturnedMail, TrustSignal.ReturnedMail)]
    public void What_is_in_doubt_is_a_sign(DoubtKind doubt, TrustSignal signal) =>
        Assert.Equal(ImmutableArray.Create(signal), TrustSignals.Of(Ana with { Doubts = [new Doubt(doubt, VerificationAspect.Address, "", null, Day)] }, Day));
}
