using System.Collections.Immutable;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>One run over one list of persons.</summary>
internal sealed class LinkageRun
{
    /// <summary>The values in common can lift a score by no more than this.</summary>
    private const double MostRarityBits = 18;

    private readonly ImmutableArray<IdentityGroup> groups;
    private readonly LinkageRecord[] records;
    private readonly LinkDecisions decisions;
    private readonly LinkageOptions options;
    private readonly List<(int One, int Other)> candidates;
    private readonly PairScoring scoring;
    private readonly double mergeFrom;

    public LinkageRun(ImmutableArray<IdentityGroup> groups, LinkDecisions decisions, LinkageOptions options)
    {
        this.groups = groups;
        this.decisions = decisions;
        this.options = options;
        mergeFrom = LinkageParameters.BitsOf(options.MergeFrom);
        records = [.. groups.Select(group => new LinkageRecord(group))];
        candidates = CandidatePairs.Of(records, options.MostOfABlock);
        var agreements = new AgreementVector[candidates.Count];
        var estimation = new ParameterEstimation(new SourcePairs(records));
        for (var i = 0; i < agreements.Length; i++)
        {
            var (one, other) = (records[candidates[i].One], records[candidates[i].Other]);
            agreements[i] = PairComparison.Of(one, other).Agreements;
            estimation.Count(agreements[i], one.SharesAnOrganization(other));
        }

        Parameters = estimation.Estimate(records, Seed());
        scoring = new PairScoring(Parameters, new ValueFrequencies(records));
        Scored = [.. ScoresAbove(agreements, LinkageParameters.BitsOf(options.ReviewFrom)).OrderByDescending(pair => pair.Bits).ThenBy(pair => pair.One).ThenBy(pair => pair.Other)];
    }

    public LinkageParameters Parameters { get; }

    /// <summary>All that are probable enough for a person to look, the surest first.</summary>
    private ScoredPair[] Scored { get; }

    public LinkageResult Result()
    {
        var clusters = new LinkClusters(MayBeOne);
        var rivals = new Rivals(Scored, records, options.MarginBits);
        var obstacles = new MergeObstacles[Scored.Length];
        for (var i = 0; i < Scored.Length; i++)
        {
            var pair = Scored[i];
            obstacles[i] = pair.Obstacles
                | (pair.Bits < mergeFrom ? MergeObstacles.Unsure : MergeObstacles.None)
                | (rivals.Contest(pair) ? MergeObstacles.Ambiguous : MergeObstacles.None);
            if (obstacles[i] == MergeObstacles.None && !clusters.TryJoin(pair.One, pair.Other))
                obstacles[i] = MergeObstacles.Chain;
        }

        return new LinkageResult
        {
            Groups = groups,
            Persons = [.. Enumerable.Range(0, groups.Length).Select(clusters.FirstOf)],
            Pairs = [.. Scored.Select((pair, i) => Linked(pair, clusters.AreOne(pair.One, pair.Other) ? LinkZone.Merged : LinkZone.Review, obstacles[i]))],
            Compared = candidates.Count,
            Parameters = Parameters,
        };
    }

    private LinkedPair Linked(ScoredPair pair, LinkZone zone, MergeObstacles obstacles) => new(
        pair.One, pair.Other, zone, pair.Bits, LinkageParameters.Probability(pair.Bits), obstacles, scoring.Explain(PairComparison.Of(records[pair.One], records[pair.Other])));

    private IEnumerable<ScoredPair> ScoresAbove(AgreementVector[] agreements, double floor)
    {
        for (var i = 0; i < agreements.Length; i++)
        {
            if (Parameters.Bits(agreements[i]) + Parameters.PriorBits + MostRarityBits < floor)
                continue;
            var (one, other) = candidates[i];
            var bits = scoring.Bits(PairComparison.Of(records[one], records[other]));
            if (bits < floor)
                continue;
            var obstacles = Obstacles.Of(records[one], records[other], agreements[i]);
            if ((bits >= mergeFrom || (obstacles & Obstacles.Contraries) == MergeObstacles.None) && !decisions.KeepApart(groups[one].Records, groups[other].Records))
                yield return new ScoredPair(one, other, bits, obstacles);
        }
    }

    /// <summary>Nothing says that they are two people: no two ids, no list that has both, no evidence against it on the whole.</summary>
    private bool MayBeOne(int one, int other)
    {
        var pair = PairComparison.Of(records[one], records[other]);
        return Obstacles.Contrary(records[one], records[other], pair.Agreements) == MergeObstacles.None
            && Parameters.Bits(pair.Agreements) >= 0
            && !decisions.KeepApart(groups[one].Records, groups[other].Records);
    }

    /// <summary>Of what is linked, so that the same records draw the same sample.</summary>
    private ulong Seed()
    {
        const ulong Prime = 0x100000001B3;
        var hash = 0xCBF29CE484222325;
        foreach (var letter in groups.SelectMany(group => group.Records[0].MemberKey))
            hash = (hash ^ letter) * Prime;
        return hash;
    }
}

/// <summary>A pair that is probable enough to be looked at.</summary>
internal readonly record struct ScoredPair(int One, int Other, double Bits, MergeObstacles Obstacles);
