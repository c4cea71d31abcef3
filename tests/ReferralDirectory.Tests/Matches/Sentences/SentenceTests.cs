using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches.Sentences;

public sealed class SentenceTests
{
    private static readonly KnowledgeTables Knowledge = new(SmallWorld.Rows);

    [Fact]
    public void A_distance_is_said_to_a_tenth_of_a_mile()
    {
        var random = new Random(20261122);
        double[] edges = [0, .04, .05, .25, .35, .95, .9499999999999, .95000000000001, 1, 1.04, 1.05, 9.95, 99.95, 2.675, 1.005, 1e6, 1e7];
        var any = Enumerable.Range(0, 20_000).Select(_ => Math.Round(random.NextDouble() * 300, random.Next(15)));

        Assert.All(edges.Concat(any), miles =>
        {
            var number = miles.ToString("0.#", CultureInfo.InvariantCulture);
            Assert.Equal(number == "1" ? "1 mile" : $"{number} miles", new Sentence().Say($"{new Miles(miles)}").ToString());
        });
    }

    [Fact]
    public void Every_rule_has_a_sentence_with_and_without_evidence()
    {
        var withEvidence = Some.Hit.Components.Select(score => RuleSentences.Because(score, Knowledge)).ToList();
        var without = Enum.GetValues<RuleId>().Select(rule => RuleSentences.Because(new RuleScore(rule, 0, 1, new RecordEvidence(null)), Knowledge)).ToList();
        Assert.Equal(Enum.GetValues<RuleId>().Length, withEvidence.Count);
        Assert.All(withEvidence.Concat(without), sentence => Assert.NotEmpty(sentence));
        Assert.Equal(
            [
                "Complete decongestive therapy for I89.0 (grade A, certified)",
                "Tier 3 of 4, licence checked 2026-10-30, 1000 training hours documented",
                "Aetna by the insurer's file of 2026-10-02, for the plan (for the provider, not confirmed for this place)",
                "3.2 miles away",
                "Takes new patients, said 22 days ago; next opening 2026-11-25",
                "No earlier referrals are kept: neutral",
                "Has a language that was asked for; lacks home visits",
            ],
            withEvidence);
    }

    [Fact]
    public void Every_word_of_the_vocabulary_that_a_sentence_uses_has_words()
    {
        Assert.All(Enum.GetValues<VettingGap>(), gap => Assert.NotEmpty(Phrases.Of(gap)));
        Assert.All(Enum.GetValues<Preference>(), preference => Assert.NotEmpty(Phrases.Of(preference)));
        Assert.All(Enum.GetValues<FactMethod>(), method => Assert.NotEmpty(Phrases.Of(method)));
        Assert.All(Enum.GetValues<AcceptingPatients>(), value => Assert.NotEmpty(Availability(value)));
        Assert.All(Enum.GetValues<TrainingEvidence>(), training => Assert.NotEmpty(FitSentences.Of(new Sentence(), Some.Pair with { Training = training }, Knowledge).ToString()));
        Assert.All(Enum.GetValues<NetworkScope>(), scope => Assert.NotEmpty(NetworkSentences.Weighed(new Sentence(), Some.Network with { ConfirmedFor = scope }, Knowledge).ToString()));
        Assert.All(Enum.GetValues<RefusalReason>(), reason => Assert.NotEmpty(FitSentences.Of(
            new Sentence(), "no-admissible-modality", Some.Fit with { Refused = [new RefusedPair(Some.Swedish, reason, null)] }, Knowledge).ToString()));
    }

    [Fact]
    public void A_pair_without_an_indication_says_so()
    {
        Assert.Equal("Swedish massage for R51.9 (listed, training not documented); no indication is known", FitSentences.Of(
            new Sentence(), new PairEvidence(Diagnosis.Of(SmallWorld.Code("R519")), Some.Swedish, null, TrainingEvidence.Listed, 250_000, null, null), Knowledge).ToString());
        Assert.Equal("Swedish massage (listed, training not documented); no condition is named", FitSentences.Of(
            new Sentence(), new PairEvidence(null, Some.Swedish, null, TrainingEvidence.Listed, 250_000, null, null), Knowledge).ToString());
    }

    [Theory]
    [InlineData(Finding.ScreeningNotAnswered)]
    [InlineData(Finding.NoKnownIndication)]
    [InlineData(Finding.NetworkIsNotABenefit)]
    public void What_the_product_itself_finds_is_said_in_a_sentence(string code) =>
        Assert.EndsWith(".", FindingSentences.Of(Found(code, text: null)), StringComparison.Ordinal);

    [Fact]
    public void What_a_row_says_is_repeated_word_for_word() => Assert.Equal("No massage.", FindingSentences.Of(Found("acute-clot", "No massage.")));

    [Theory]
    [InlineData("plan-not-confirmed")]
    [InlineData("licence-with-conditions")]
    [InlineData("accepting-unknown")]
    [InlineData("point-approximate")]
    [InlineData("exclusion-not-checked")]
    [InlineData("acknowledged-advised-against")]
    public void Every_caution_has_its_own_sentence(string code)
    {
        var sentence = CautionSentences.Of(code, Some.Answer.Screening);
        Assert.NotEqual(GateSentences.Unworded(code), sentence);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_caution_that_is_a_finding_says_what_was_found()
    {
        var screening = Some.Answer.Screening with { Findings = [Found("varicose-veins", "Veins are not massaged.")] };
        Assert.Equal("Veins are not massaged.", CautionSentences.Of("varicose-veins", screening));
    }

    [Fact]
    public void A_summary_says_who_where_for_what_how_checked_and_who_pays() => Assert.Equal(
        "Ana Ortiz, 3.2 miles away in Syracuse, offers Complete decongestive therapy for I89.0 (grade A), is vetted at tier 3 of 4 "
        + "and is in network with Aetna (for the provider, not confirmed for this place) by the insurer's file of 2026-10-02.",
        SummarySentence.Of(Some.Hit, Knowledge));

    [Fact]
    public void A_network_of_this_place_is_told_from_one_of_the_provider()
    {
        var here = Some.Network with { Fact = Some.Fact with { ListingZip = Store.People.Zip("13202") } };
        string Gate(string code, NetworkEvidence evidence) => NetworkSentences.Of(new Sentence(), code, evidence, Knowledge).ToString();

        Assert.Equal("In network with Aetna as a whole (confirmed for this place), by the insurer's file of 2026-10-02", Gate("insurer-wide", here));
        Assert.Equal("Out of network with Aetna at this place, by the insurer's file of 2026-10-02", Gate("out-of-network", here));
        Assert.Equal("Out of network with Aetna, by the insurer's file of 2026-10-02", Gate("out-of-network", Some.Network));
        Assert.EndsWith("for the plan (confirmed for this place)", NetworkSentences.Weighed(new Sentence(), here, Knowledge).ToString(), StringComparison.Ordinal);
        Assert.Contains("with Aetna (confirmed for this place) by", SummarySentence.Of(Some.Hit with { Network = here }, Knowledge), StringComparison.Ordinal);
    }

    [Fact]
    public void A_home_visit_is_said_to_be_one() => Assert.StartsWith(
        "Ana Ortiz, who comes to the patient's home from 3.2 miles away, ", SummarySentence.Of(Some.Hit with { Mode = VisitMode.HomeVisit }, Knowledge),
        StringComparison.Ordinal);

    [Fact]
    public void Every_kind_of_relaxation_has_a_sentence()
    {
        var relaxations = Enum.GetValues<RelaxationKind>().Select(kind => new Relaxation(kind, new Miles(50), 1, Some.Swedish, Preference.Languages, 6));
        Assert.Equal(
            [
                "Widen the radius to 50 miles to add 6 therapists.",
                "Leave the plan out and match on the insurer as a whole to add 6 therapists.",
                "Accept vetting tier 1 to add 6 therapists.",
                "Accept Swedish massage to add 6 therapists.",
                "No longer require a language that was asked for to add 6 therapists.",
            ],
            relaxations.Select(relaxation => RelaxationSentences.Of(relaxation, Knowledge)));
    }

    [Fact]
    public void Who_is_out_is_told_the_first_gate_and_what_would_change_it()
    {
        var failed = new GateOutcome(GateId.WithinRadius, false, "beyond-radius", Some.Distance);
        ImmutableArray<Relaxation> changes =
        [
            new(RelaxationKind.RadiusMiles, new Miles(50), null, null, null, 0),
            new(RelaxationKind.MinTier, null, 1, null, null, 0),
        ];
        Assert.Equal(
            "Not shown: 3.2 miles away, beyond 25 miles. Widen the radius to 50 miles and accept vetting tier 1 to let this therapist in.",
            ExplanationSentence.Of(Absent(failed, changes), Knowledge));
    }

    [Theory]
    [InlineData(GateId.Licensed, "licence-disciplined")]
    [InlineData(GateId.NotExcluded, "excluded")]
    [InlineData(GateId.Credentialed, "credential-missing")]
    public void Of_safety_nothing_can_be_changed(GateId gate, string code) => Assert.EndsWith(
        "There is nothing you can change about it.",
        ExplanationSentence.Of(Absent(new GateOutcome(gate, false, code, new RecordEvidence(null))), Knowledge), StringComparison.Ordinal);

    [Fact]
    public void An_unconfirmed_exclusion_match_is_only_under_review() => Assert.Equal(
        "Under review.", ExplanationSentence.Of(Absent(new GateOutcome(GateId.NotExcluded, false, "under-review", new ExclusionEvidence(null))), Knowledge));

    [Fact]
    public void A_blocked_order_keeps_everybody_out()
    {
        var blocked = Absent(null) with { Screening = Some.Answer.Screening with { Outcome = ScreeningOutcome.Blocked } };
        Assert.Equal("Nobody is shown: the order is blocked by screening. There is nothing you can change about it.", ExplanationSentence.Of(blocked, Knowledge));
    }

    private static TherapistExplanation Absent(GateOutcome? failed, params ImmutableArray<Relaxation> changes) => new()
    {
        Screening = Some.Answer.Screening,
        Hit = null,
        Gates = [],
        FirstFailed = failed,
        WhatWouldChangeIt = changes,
        Total = 0,
        Radius = new Miles(25),
    };

    private static Finding Found(string code, string? text) => new(code, FindingLevel.Info, FindingScope.Order, [], null, null, text, null);

    private static string Availability(AcceptingPatients value) => RuleSentences.Because(
        new RuleScore(RuleId.Availability, 0, 1, Some.Accepting with { Accepting = new Sourced<AcceptingPatients>(value, Some.Roster) }), Knowledge);
}
