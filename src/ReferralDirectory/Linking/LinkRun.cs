using ReferralDirectory.Import;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Linking;

/// <summary>
/// Links the persons of the store whom no exact key joined. What is sure is merged by a decision that can be undone and that holds until
/// a run does not find it any more; what is probable waits for a person.
/// </summary>
internal sealed class LinkRun(StoreConnections connections, LinkWriter writer, TimeProvider time)
{
    /// <summary>Finds and keeps nothing.</summary>
    public LinkFindings Find()
    {
        using var reading = connections.BeginRead();
        return LinkFindings.Of(LinkedPersons.Read(reading.Connection));
    }

    /// <summary>Merges what is sure, parts whom earlier runs merged and this one would not, and leaves the rest to be reviewed.</summary>
    /// <returns>What was found, and how many therapists differ by it.</returns>
    public async Task<(LinkFindings Findings, int Differing)> RunAsync(CancellationToken cancellationToken)
    {
        var findings = Find();
        var found = findings.Result;
        var now = time.GetUtcNow();
        var decisions = found.Pairs.Where(pair => pair.Zone == LinkZone.Merged).Zip(found.Merges($"linkage of {now:O}", now), (pair, decision) => new LinkDecisionRow
        {
            Id = 0,
            OneKey = decision.One.Key,
            OtherKey = decision.Other.Key,
            Verdict = decision.Verdict,
            Authority = decision.Authority,
            DecidedAt = decision.DecidedAt,
            DecidedBy = decision.DecidedBy,
            Probability = decision.Probability,
            Evidence = StoreJson.Write(pair.Evidence),
        });
        var reviews = found.Pairs.Where(pair => pair.Zone == LinkZone.Review).Select(pair => new LinkReviewRow
        {
            OneKey = LinkedPersons.KeyOf(found.Groups[pair.One]),
            OtherKey = LinkedPersons.KeyOf(found.Groups[pair.Other]),
            Probability = pair.Probability,
            Obstacles = pair.Obstacles,
            Evidence = StoreJson.Write(pair.Evidence),
            FoundOn = DateOnly.FromDateTime(now.UtcDateTime),
        });
        return (findings, await writer.ReplaceAsync([.. decisions], [.. reviews], cancellationToken));
    }
}
