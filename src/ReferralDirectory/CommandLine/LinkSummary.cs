using ReferralDirectory.Linking;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.CommandLine;

/// <summary>A run of linkage in numbers and words.</summary>
/// <param name="Joined">Merged pairs that were two persons before.</param>
/// <param name="Parted">Pairs that earlier runs merged and this one does not.</param>
/// <param name="Differing">Therapists who changed; null for a report.</param>
/// <param name="NotShown">Pairs that a report leaves out, because it has the surest only.</param>
internal sealed record LinkSummary(
    int Persons, int Compared, int Merged, int Joined, int Parted, int ForReview, int? Differing, IReadOnlyList<LinkWeight>? Weights, IReadOnlyList<LinkPair>? Pairs,
    IReadOnlyList<PartedPair>? PartedPairs, int? NotShown)
{
    public const int MostPairs = 200;

    public static LinkSummary Of(LinkFindings findings, int? differing, bool withDetails)
    {
        var found = findings.Result;
        return new LinkSummary(
            found.Groups.Length, found.Compared, found.Pairs.Count(pair => pair.Zone == LinkZone.Merged), findings.Joined.Count, findings.Parted.Count,
            found.Pairs.Count(pair => pair.Zone == LinkZone.Review), differing,
            withDetails ? [.. found.Parameters.Odds.Select(odds => new LinkWeight(EnumWords.Of(odds.Field), EnumWords.Of(odds.Agreement), odds.M, odds.U, odds.Bits))] : null,
            withDetails ? [.. found.Pairs.Take(MostPairs).Select(pair => LinkPair.Of(pair, found, isAnew: findings.Joined.Contains(pair)))] : null,
            withDetails ? [.. findings.Parted.Take(MostPairs).Select(PartedPair.Of)] : null,
            withDetails ? Math.Max(0, found.Pairs.Length - MostPairs) + Math.Max(0, findings.Parted.Count - MostPairs) : null);
    }
}

internal sealed record LinkWeight(string Field, string Agreement, double M, double U, double Bits);

/// <param name="Anew">Merged, and two persons until now.</param>
/// <param name="HeldBackBy">Why it is not merged; null when it is.</param>
internal sealed record LinkPair(string Zone, bool Anew, string One, string Other, double Probability, IReadOnlyList<LinkPairEvidence> Evidence, string? HeldBackBy)
{
    public static LinkPair Of(LinkedPair pair, LinkageResult found, bool isAnew)
    {
        return new LinkPair(
            EnumWords.Of(pair.Zone), isAnew, NameOf(pair.One), NameOf(pair.Other), pair.Probability,
            [.. pair.Evidence.Select(part => new LinkPairEvidence(EnumWords.Of(part.Field), EnumWords.Of(part.Agreement), part.Bits))],
            pair.Obstacles == MergeObstacles.None ? null : pair.Obstacles.ToString());

        string NameOf(int person) => found.Groups[person].Records[0] is var record ? $"{record.Organization}/{record.MemberKey} {record.Name.Display}" : "";
    }
}

internal sealed record LinkPairEvidence(string Field, string Agreement, double Bits);

/// <summary>Two records that an earlier run took for one person's.</summary>
internal sealed record PartedPair(string One, string Other, string MergedBy, DateOnly MergedOn)
{
    public static PartedPair Of(LinkDecision merge) => new(merge.One.Key, merge.Other.Key, merge.DecidedBy, DateOnly.FromDateTime(merge.DecidedAt.UtcDateTime));
}
