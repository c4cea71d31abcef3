using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vetting.Linkage;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reviews;

/// <summary>Pairs that linkage left to a person, and pairs about which was decided: a merge can be undone as well as a parting.</summary>
internal static class LinkReviews
{
    public const string Prefix = "link/";

    public static readonly IReadOnlyList<string> Choices = [EnumWords.Of(LinkVerdict.Merged), EnumWords.Of(LinkVerdict.Apart)];

    private const string Between = "~";

    /// <summary>So begins the second key: a key of a member may hold <see cref="Between"/>, but not this.</summary>
    private const string Other = "member:";

    public static async Task<IEnumerable<Review>> ReadAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var decisions = (await context.LinkDecisions.AsNoTracking().ToListAsync(cancellationToken)).GroupBy(row => (row.OneKey, row.OtherKey))
            .ToDictionary(rows => rows.Key, rows => rows.OrderBy(row => row.Authority).ThenBy(row => row.DecidedAt).Last());
        var waiting = await context.LinkReviews.AsNoTracking().ToListAsync(cancellationToken);
        var names = await NamesAsync(context, cancellationToken);
        return waiting.Where(row => !decisions.ContainsKey((row.OneKey, row.OtherKey)) && AreTwo(row))
            .Select(row => Of(row.OneKey, row.OtherKey, row.FoundOn, FindingOf(row.Probability, row.Evidence, row.Obstacles), decision: null, names))
            .Concat(decisions.Values.Select(row => Of(
                row.OneKey, row.OtherKey, DateOnly.FromDateTime(row.DecidedAt.UtcDateTime), row is { Probability: { } probability, Evidence: { } evidence }
                    ? FindingOf(probability, evidence, MergeObstacles.None) : "decided by a person", row, names)));

        // Whoever was joined by a key since, or is gone, is no question any more.
        bool AreTwo(LinkReviewRow row) =>
            names.TryGetValue(row.OneKey, out var one) && names.TryGetValue(row.OtherKey, out var other) && one.Therapist != other.Therapist;
    }

    /// <summary>The keys of the two records; null for what is no such id.</summary>
    public static (string One, string Other)? Parse(string id) =>
        id.StartsWith(Prefix, StringComparison.Ordinal) && id[Prefix.Length..].Split(Between + Other) is [var one, var other] ? (one, Other + other) : null;

    private static Review Of(
        string one, string other, DateOnly foundOn, string finding, LinkDecisionRow? decision, Dictionary<string, (long Therapist, string Name)> names)
    {
        var (first, second) = (names.GetValueOrDefault(one), names.GetValueOrDefault(other));
        return new Review
        {
            Id = $"{Prefix}{one}{Between}{other}",
            Kind = ReviewKind.SamePerson,
            Therapist = first.Therapist == 0 ? null : new TherapistId(first.Therapist),
            Name = second.Therapist == 0 || second.Therapist == first.Therapist ? first.Name ?? "" : $"{first.Name} / {second.Name} ({new TherapistId(second.Therapist)})",
            Finding = finding,
            FoundOn = foundOn,
            Decision = decision is null ? null : new ReviewDecision(
                EnumWords.Of(decision.Verdict), decision.Note is null ? decision.DecidedBy : $"{decision.DecidedBy}: {decision.Note}", foundOn),
            Choices = Choices,
        };
    }

    /// <summary>The probability, and what speaks for and against it in bits, the most telling first.</summary>
    private static string FindingOf(double probability, string evidence, MergeObstacles obstacles)
    {
        var parts = StoreJson.Read<ImmutableArray<LinkEvidence>>(evidence).OrderByDescending(part => Math.Abs(part.Bits))
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{EnumWords.Of(part.Field)} {EnumWords.Of(part.Agreement)} {part.Bits:+0.0;-0.0}"));
        var against = obstacles == MergeObstacles.None ? "" : $"; not merged: {obstacles}";
        return string.Create(CultureInfo.InvariantCulture, $"one person with {probability:P1}: {string.Join(", ", parts)}{against}");
    }

    private static async Task<Dictionary<string, (long Therapist, string Name)>> NamesAsync(DirectoryContext context, CancellationToken cancellationToken)
    {
        var keys = context.LinkReviews.Select(row => row.OneKey).Union(context.LinkReviews.Select(row => row.OtherKey))
            .Union(context.LinkDecisions.Select(row => row.OneKey)).Union(context.LinkDecisions.Select(row => row.OtherKey));
        var people = await context.RecordKeys.Where(key => keys.Contains(key.Key))
            .Join(context.SourceRecords, key => key.RecordId, record => record.Id, (key, record) => new { key.Key, record.TherapistId })
            .Join(context.Therapists, pair => pair.TherapistId, therapist => therapist.Id, (pair, therapist) => new { pair.Key, therapist.Id, therapist.Given, therapist.Family })
            .ToListAsync(cancellationToken);
        return people.DistinctBy(person => person.Key, StringComparer.Ordinal).ToDictionary(person => person.Key, person => (person.Id, $"{person.Given} {person.Family}"), StringComparer.Ordinal);
    }
}
