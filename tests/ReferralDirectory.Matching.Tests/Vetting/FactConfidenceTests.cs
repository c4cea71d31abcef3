using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests.Vetting;

public sealed class FactConfidenceTests
{
    public static TheoryData<FactKind> Kinds { get; } = new(Enum.GetValues<FactKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_fact_is_never_held_for_more_as_it_grows_older_or_by_a_weaker_method(FactKind kind)
    {
        foreach (var method in Enum.GetValues<FactMethod>())
        {
            var ages = new[] { -5, 0, 1, 30, 90, 365, 2_000, 20_000 }.Select(age => FactConfidence.Of(kind, method, age).Probability).ToList();
            Assert.Equal(ages.OrderDescending(), ages);
            Assert.All(ages, probability => Assert.InRange(probability, 0, 1));
        }

        Assert.True(FactConfidence.Of(kind, FactMethod.PrimarySource, 0).Probability > FactConfidence.Of(kind, FactMethod.Organization, 0).Probability);
        Assert.True(FactConfidence.Of(kind, FactMethod.SelfReported, 0).Probability > FactConfidence.Of(kind, FactMethod.PublicReport, 0).Probability);
    }

    [Fact]
    public void Telephones_grow_old_sooner_than_licences() =>
        Assert.True(Lost(FactKind.Phone) > 3 * Lost(FactKind.Licence));

    [Fact]
    public void Agreement_lifts_a_fact_and_contradiction_lowers_it()
    {
        var alone = Network();
        Assert.True(Network(confirming: 1) > alone);
        Assert.True(Network(confirming: 2) > Network(confirming: 1));
        Assert.True(Network(contradicting: 1) < alone);
        Assert.True(Network(contradicting: 2) < Network(contradicting: 1));
        Assert.Equal(Network(confirming: 4), Network(confirming: 40));

        static double Network(int confirming = 0, int contradicting = 0) =>
            FactConfidence.Of(FactKind.Network, FactMethod.Organization, 30, new SourceAgreement(confirming, contradicting)).Probability;
    }

    [Theory]
    [InlineData(0, Confidence.High)]
    [InlineData(1, Confidence.High)]
    [InlineData(2, Confidence.Medium)]
    [InlineData(3, Confidence.Medium)]
    [InlineData(4, Confidence.Low)]
    [InlineData(9, Confidence.Low)]
    public void Two_reports_that_it_is_wrong_lower_a_fact_by_one_word(int reports, Confidence level) =>
        Assert.Equal(level, FactConfidence.Of(FactKind.Phone, FactMethod.PrimarySource, 0, reports: reports).Level);

    [Fact]
    public void Other_sources_agree_or_contradict_of_the_same_network_at_the_same_place_only()
    {
        var therapist = A.Therapist().TakesNoInsurance().Takes(Aetna, method: FactMethod.Organization).With(Said("guild", inNetwork: true)).With(Said("aetna file", inNetwork: false))
            .With(Said("guild", inNetwork: true, Cigna)).Build();

        Assert.Equal(new SourceAgreement(1, 2), Of(0)); // an insurer's own word against it counts for two
        Assert.Equal(new SourceAgreement(1, 2), Of(1));
        Assert.Equal(new SourceAgreement(0, 2), Of(2));
        Assert.Equal(default, Of(3));

        SourceAgreement Of(int fact) => NetworkAgreement.Of(therapist.Networks[fact], therapist.Networks);
    }

    private static double Lost(FactKind kind) =>
        FactConfidence.Of(kind, FactMethod.PrimarySource, 0).Probability - FactConfidence.Of(kind, FactMethod.PrimarySource, 720).Probability;

    private static Func<TherapistProfile, TherapistProfile> Said(string source, bool inNetwork, Code<Matching.Knowledge.Insurer>? insurer = null) => p => p with
    {
        Networks = p.Networks.Add(new NetworkFact(
            insurer ?? Aetna, null, inNetwork, null, null, null, null,
            new Provenance(source, source == "guild" ? FactMethod.Organization : FactMethod.InsurerFile, Today))),
    };
}
