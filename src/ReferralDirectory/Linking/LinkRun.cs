using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Linking;

/// <summary>
/// Links the persons of the store whom no exact key joined. What is sure is merged by a decision that stays and can be undone; what is
/// probable waits for a person.
/// </summary>
internal sealed class LinkRun(StoreConnections connections, LinkWriter writer, TimeProvider time)
{
    /// <summary>Finds and keeps nothing.</summary>
    public LinkageResult Find()
    {
        using var reading = connections.BeginRead();
        return RecordLinker.Run(LinkedPersons.Read(reading.Connection), LinkDecisionTable.Read(reading.Connection).All);
    }

    /// <summary>Merges what is sure, and leaves the rest to be reviewed.</summary>
    /// <returns>What was found, and how many therapists differ by it.</returns>
    public async Task<(LinkageResult Found, int Differing)> RunAsync(CancellationToken cancellationToken)
    {
        var found = Find();
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
            OneKey = KeyOf(found.Groups[pair.One]),
            OtherKey = KeyOf(found.Groups[pair.Other]),
            Probability = pair.Probability,
            Obstacles = pair.Obstacles,
            Evidence = StoreJson.Write(pair.Evidence),
            FoundOn = DateOnly.FromDateTime(now.UtcDateTime),
        });
        return (found, await writer.AppendAsync([.. decisions], [.. reviews], cancellationToken));
    }

    /// <summary>Of a person's first record.</summary>
    private static string KeyOf(IdentityGroup person) => SubjectKey.OfMember(person.Records[0].Organization, person.Records[0].MemberKey).Key;
}
