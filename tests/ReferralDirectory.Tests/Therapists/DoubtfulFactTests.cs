using System.Net.Http.Json;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Tests.Platform;
using ReferralDirectory.Therapists;

namespace ReferralDirectory.Tests.Therapists;

public sealed class DoubtfulFactTests
{
    private static readonly DateOnly Since = DirectoryAppPeople.Today.AddDays(-2);

    [Fact]
    public async Task A_disputed_fact_says_since_when_and_less_is_held_of_it()
    {
        var (undisputed, therapist) = (await ReadAsync(), await ReadAsync(
            Disputed(VerificationAspect.Phone), Disputed(VerificationAspect.Accepting), Disputed(VerificationAspect.Network, "aetna")));
        var (before, after) = (undisputed.Listings[0], therapist.Listings[0]);

        Assert.Equal([Since, Since, Since], [after.PhoneFrom!.DisputedOn, after.Accepting.From.DisputedOn, therapist.Networks[0].From.DisputedOn]);
        Assert.Null(after.From.DisputedOn);
        Assert.Null(before.PhoneFrom!.DisputedOn);
        Assert.Equal((before.Phone, before.Accepting.Value), (after.Phone, after.Accepting.Value));
        Assert.Equal(before.PhoneFrom.Confidence - 1, after.PhoneFrom.Confidence);
        Assert.Equal(before.From.Confidence, after.From.Confidence);
    }

    [Fact]
    public async Task A_dispute_is_shown_at_the_place_that_is_meant_only() => Assert.Null(
        (await ReadAsync(Disputed(VerificationAspect.Phone) with { Zip = Store.People.Zip("10001") })).Listings[0].PhoneFrom!.DisputedOn);

    [Fact]
    public async Task Of_what_sources_differ_in_less_is_held()
    {
        var (before, after) = ((await ReadAsync()).Listings[0], (await ReadAsync(
            new Doubt(DoubtKind.SourcesDisagree, VerificationAspect.Phone, "", Store.People.Zip("13202"), Since),
            new Doubt(DoubtKind.SourcesDisagree, VerificationAspect.Accepting, "", Store.People.Zip("13202"), Since))).Listings[0]);

        Assert.True(after.PhoneFrom!.Confidence < before.PhoneFrom!.Confidence);
        Assert.True(after.Accepting.From.Confidence < before.Accepting.From.Confidence);
        Assert.Equal(before.From.Confidence, after.From.Confidence);
    }

    [Fact]
    public async Task Signs_against_trust_are_told_with_what_they_mean()
    {
        var signals = (await ReadAsync(
            Disputed(VerificationAspect.Phone), new Doubt(DoubtKind.ReturnedMail, VerificationAspect.Address, "", null, Since))).TrustSignals;

        Assert.Equal([TrustSignal.ReturnedMail, TrustSignal.PublicReports], signals.Select(signal => signal.Signal));
        Assert.Equal("Mail to an address came back, and nobody has confirmed the address since.", signals[0].Meaning);
        Assert.Empty((await ReadAsync()).TrustSignals);
        Assert.All(Enum.GetValues<TrustSignal>(), signal => Assert.EndsWith(".", TrustSignalWords.Of(signal), StringComparison.Ordinal));
    }

    private static Doubt Disputed(VerificationAspect aspect, string reference = "") => new(DoubtKind.Disputed, aspect, reference, null, Since);

    private static async Task<TherapistResponse> ReadAsync(params Doubt[] doubts)
    {
        var person = DirectoryAppPeople.Person(1, "Ana", "Núñez", "13202", insurer: "aetna") with { Doubts = [.. doubts] };
        await using var host = new DirectoryAppHost(DirectoryAppPeople.Compile(person));
        return (await host.CreateClient().GetFromJsonAsync<TherapistResponse>("/v1/therapists/thr_000001", Answers.Options))!;
    }
}
