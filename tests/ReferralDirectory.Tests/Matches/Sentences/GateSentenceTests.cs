using System.Text.RegularExpressions;
using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Tests.Contract;

namespace ReferralDirectory.Tests.Matches.Sentences;

public sealed partial class GateSentenceTests
{
    private static readonly LicenceEvidence NoLicence = new(null, Some.NewYork, false);

    /// <summary>Every code that a gate can give, with the evidence that comes with it.</summary>
    public static TheoryData<string, string> Codes { get; } = new()
    {
        { "within-radius", "3.2 miles away, within 25 miles" },
        { "beyond-radius", "3.2 miles away, beyond 25 miles" },
        { "within-service-radius", "Visits homes up to 25 miles away; this one is 3.2 miles away" },
        { "beyond-service-radius", "Visits homes only up to 25 miles away; this one is 3.2 miles away" },
        { "no-home-visits", "Offers no home visits" },
        { "active-licence", "NY 012345-1, active until 2027-03-31, checked 2026-10-30" },
        { "active-with-conditions", "NY 012345-1, active with conditions until 2027-03-31, checked 2026-10-30" },
        { "no-licence-law", "NY has no licence law for massage therapists on the service date" },
        { "no-licence-in-state", "No massage licence of NY is known" },
        { "licence-expired", "NY 012345-1, expired on 2027-03-31" },
        { "licence-suspended", "NY 012345-1, suspended, checked 2026-10-30" },
        { "licence-revoked", "NY 012345-1, revoked, checked 2026-10-30" },
        { "licence-inactive", "NY 012345-1, inactive, checked 2026-10-30" },
        { "licence-interim", "NY 012345-1, an interim permit, which does not count" },
        { "licence-not-yet-valid", "NY 012345-1, valid only from 2020-01-01" },
        { "not-on-exclusion-list", "Not on the federal exclusion list, checked 2026-10-30" },
        { "exclusion-not-checked", "The federal exclusion list has not been checked" },
        { "excluded", "On the federal exclusion list, checked 2026-10-30" },
        { "under-review", "Under review" },
        { "licence-disciplined", "A licence of this therapist is suspended or revoked" },
        { "tier-sufficient", "Vetting tier 3 of 4, 4 asked for" },
        { "tier-too-low", "Vetting tier 3 of 4, 4 asked for; missing for the next: a confirmed specialty credential that fits the order" },
        { "accepting", "Takes new patients, by the therapist's organisation of 2026-10-30" },
        { "accepting-unknown", "Does not say whether new patients are taken" },
        { "not-accepting", "Takes no new patients, by the therapist's organisation of 2026-10-30" },
        { "existing-patients-only", "Sees existing patients only, by the therapist's organisation of 2026-10-30" },
        { "not-accepting-network", "Takes no new patients of this network" },
        { "plan-network", "In the network Aetna PPO network, which the plan uses (for the provider, not confirmed for this place), by the insurer's file of 2026-10-02" },
        { "insurer-wide", "In network with Aetna as a whole (for the provider, not confirmed for this place), by the insurer's file of 2026-10-02" },
        { "other-network", "In the network Aetna PPO network (for the provider, not confirmed for this place), by the insurer's file of 2026-10-02" },
        { "self-pay", "The patient pays: no network is needed" },
        { "no-network-fact", "Nothing says that this therapist is in the network" },
        { "out-of-network", "Out of network with Aetna, by the insurer's file of 2026-10-02" },
        { "network-lapsed", "Was in network with Aetna until 2027-12-31" },
        { "indicated", "Complete decongestive therapy for I89.0 (grade A, certified)" },
        { "no-known-indication", "Complete decongestive therapy for I89.0 (grade A, certified)" },
        { "no-admissible-modality", "Offers nothing that is known to help with the primary diagnosis; Swedish massage has no effect on it (Qaseem 2017, Ann Intern Med)" },
        { "insisted-modality-missing", "The order insists on Swedish massage, which is not offered or not indicated" },
        { "no-requirement", "The order asks for no special credential" },
        { "credentials-held", "Complete decongestive training" },
        { "credential-missing", "The order asks for Complete decongestive training, which is claimed (clt-lana) but not confirmed" },
        { "none-required", "No preference is required" },
        { "preferences-held", "Has what is required: a language that was asked for and home visits" },
        { "preference-missing", "Lacks what is required: home visits" },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_of_a_gate_has_its_sentence(string code, string sentence) =>
        Assert.Equal(sentence, Because(code, EvidenceFor(code)));

    /// <summary>A code is the only kind of quoted lower-case word in the gates' files.</summary>
    [Fact]
    public void Every_code_that_the_gates_can_give_is_among_these()
    {
        var written = Directory.EnumerateFiles(RepositoryFiles.PathOf("src", "ReferralDirectory.Matching", "Gates"), "*.cs")
            .SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => QuotedWord().Matches(line).Select(word => word.Groups[1].Value))
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(written, Codes.Select(row => row.Data.Item1).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Of_an_unconfirmed_exclusion_match_nothing_is_said_even_when_it_is_known() => Assert.Equal(
        "Under review", Because("under-review", new ExclusionEvidence(new ExclusionCheck(ExclusionStatus.PossibleMatch, Some.Roster))));

    [Fact]
    public void A_licence_without_an_end_or_a_check_says_so() => Assert.Equal(
        "NY 012345-1, active, not checked at its board",
        Because("active-licence", new LicenceEvidence(Some.Licence with { ExpiresOn = null, CheckedOn = null }, Some.NewYork, false)));

    [Fact]
    public void A_missing_licence_is_named_by_its_state() => Assert.Equal("No massage licence of NY is known", Because("no-licence-in-state", NoLicence));

    private static string Because(string code, Evidence evidence) =>
        GateSentences.Because(new GateOutcome(GateId.WithinRadius, true, code, evidence), new(SmallWorld.Rows));

    private static Evidence EvidenceFor(string code) => code switch
    {
        "within-radius" or "beyond-radius" or "within-service-radius" or "beyond-service-radius" or "no-home-visits" => Some.Distance,
        "not-on-exclusion-list" => new ExclusionEvidence(new ExclusionCheck(ExclusionStatus.Clear, Some.Roster)),
        "excluded" => new ExclusionEvidence(new ExclusionCheck(ExclusionStatus.Excluded, Some.Roster)),
        "exclusion-not-checked" or "under-review" or "licence-disciplined" => new ExclusionEvidence(null),
        "tier-sufficient" or "tier-too-low" => new TierEvidence(Some.Vetting, 4),
        "accepting" or "accepting-unknown" or "not-accepting" or "existing-patients-only" or "not-accepting-network" => Some.Accepting,
        "self-pay" or "no-network-fact" => Some.Network with { Fact = null },
        "plan-network" or "insurer-wide" or "other-network" or "out-of-network" or "network-lapsed" => Some.Network,
        "indicated" or "no-known-indication" or "no-admissible-modality" or "insisted-modality-missing" => Some.Fit,
        "no-requirement" or "credentials-held" or "credential-missing" => Some.Missing,
        "none-required" or "preferences-held" or "preference-missing" => Some.Preferences,
        _ => new LicenceEvidence(Some.Licence, Some.NewYork, code == "no-licence-law"),
    };

    [GeneratedRegex("\"([a-z]+(-[a-z]+)*)\"")]
    private static partial Regex QuotedWord();
}
