using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// An admissible pair for the first diagnosis: a modality that the therapist offers, that the tables support, and that screening left.
/// Every modality that the order insists on must be offered and supported for some diagnosis.
/// </summary>
internal static class IndicatedGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query) => Passes(UsableBy(candidate, query), query);

    public static GateOutcome Explain(CandidateFacts facts)
    {
        var (query, usable) = (facts.Query, facts.Usable);
        var passed = Passes(usable, query);
        var code = !usable.Overlaps(query.Pairs.Primary.Supported) ? "no-admissible-modality"
            : !passed ? "insisted-modality-missing"
            : query.Pairs.Primary.Known ? "indicated" : "no-known-indication";
        var missing = query.Knowledge.CodesOf(query.Insisted.Except(usable & query.Supported));
        return new GateOutcome(GateId.Indicated, passed, code, new FitEvidence(facts.Pairs, RefusedOf(facts.Candidate, query, usable), [.. missing]));
    }

    private static bool Passes(ModalitySet usable, MatchQuery query) =>
        usable.Overlaps(query.Pairs.Primary.Supported) && (usable & query.Supported).ContainsAll(query.Insisted);

    /// <summary>What the therapist offers and may practise.</summary>
    public static ModalitySet UsableBy(in Candidate candidate, MatchQuery query)
    {
        var usable = candidate.Compiled.Offered;
        foreach (var permission in query.Permissions)
        {
            if (usable.Overlaps(permission.Modalities) && !CredentialedGate.Meets(permission.Requirement, candidate.Therapist, query.Criteria.ServiceDate))
                usable = usable.Except(permission.Modalities);
        }

        return usable;
    }

    private static ImmutableArray<RefusedPair> RefusedOf(in Candidate candidate, MatchQuery query, ModalitySet usable)
    {
        var primary = query.Pairs.Primary;
        var refused = ImmutableArray.CreateBuilder<RefusedPair>();
        foreach (var ordinal in candidate.Compiled.Offered.Ordinals)
        {
            var row = primary.Known ? primary.RowByOrdinal[ordinal] : null;
            RefusalReason? reason = row?.Direction switch
            {
                IndicationDirection.NoEffect => RefusalReason.NoEffect,
                IndicationDirection.Against => RefusalReason.Against,
                _ when primary.StruckOut.Contains(ordinal) => RefusalReason.StruckOut,
                IndicationDirection.Benefit when !usable.Contains(ordinal) => RefusalReason.PermissionMissing,
                _ => null,
            };
            if (reason is { } known)
                refused.Add(new RefusedPair(query.Knowledge.Rows.Modalities[ordinal].Code, known, row?.Source));
        }

        return refused.ToImmutable();
    }
}
