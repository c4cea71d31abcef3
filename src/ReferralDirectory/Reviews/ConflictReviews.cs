using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reviews;

/// <summary>
/// Keys that stand for clearly different people. Whoever published the wrong one corrects it: until then neither is vetted, and there is
/// nothing to decide here.
/// </summary>
internal static class ConflictReviews
{
    public static async Task<IEnumerable<Review>> ReadAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var people = await context.Therapists.AsNoTracking().Where(row => row.IdentityConflict)
            .Select(row => new { row.Id, row.Given, row.Family, row.NameFrom.AsOf }).ToListAsync(cancellationToken);
        var keys = await context.SourceRecords.Where(record => context.Therapists.Any(row => row.Id == record.TherapistId && row.IdentityConflict))
            .Join(context.RecordKeys.Where(key => !key.Watched), record => record.Id, key => key.RecordId, (record, key) => new { record.TherapistId, key.Key }).ToListAsync(cancellationToken);
        var holders = keys.GroupBy(pair => pair.Key, pair => pair.TherapistId!.Value, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Distinct().Order().ToList(), StringComparer.Ordinal);
        var keysOf = keys.ToLookup(pair => pair.TherapistId!.Value, pair => pair.Key);
        return people.Select(person => new Review
        {
            Id = $"conflict/{new TherapistId(person.Id)}",
            Kind = ReviewKind.IdentityConflict,
            Therapist = new TherapistId(person.Id),
            Name = $"{person.Given} {person.Family}",
            Finding = Finding(person.Id, keysOf[person.Id].Distinct(StringComparer.Ordinal).Where(key => holders[key].Count > 1).Order(StringComparer.Ordinal), holders),
            FoundOn = person.AsOf,
            Choices = [],
        });
    }

    private static string Finding(long person, IEnumerable<string> shared, Dictionary<string, List<long>> holders)
    {
        var parts = shared.Select(key => $"{key} is also that of {string.Join(", ", holders[key].Where(other => other != person).Select(other => new TherapistId(other)))}").ToList();
        return parts.Count == 0 ? "A register knows one of the keys as another person's." : string.Join("; ", parts);
    }
}
