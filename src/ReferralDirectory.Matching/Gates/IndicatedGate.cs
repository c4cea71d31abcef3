using System.Collections.Immutable;
using System.Numerics;
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
        var missing = query.Insisted.Except(usable & query.Supported);
        return new GateOutcome(
            GateId.Indicated, passed, code,
            new FitEvidence(facts.Pairs, RefusedOf(facts.Candidate, query, usable), missing.IsEmpty ? [] : [.. query.Knowledge.CodesOf(missing)]));
    }

    /// <param name="usable">As by <see cref="UsableBy"/>.</param>
    /// <param name="query">The order.</param>
    public static bool Passes(ModalitySet usable, MatchQuery query) =>
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
        if (!primary.Known && !primary.StruckOut.Overlaps(candidate.Compiled.Offered))
            return [];
        var refused = ImmutableArray.CreateBuilder<RefusedPair>(0);
        for (var rest = candidate.Compiled.Offered.Bits; rest != 0; rest &= rest - 1)
        {
            var ordinal = BitOperations.TrailingZeroCount(rest);
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
