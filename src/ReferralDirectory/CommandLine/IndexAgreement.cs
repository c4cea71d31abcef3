using System.Text.Json;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.CommandLine;

/// <summary>Does an index show what records and ledger add up to, with the tables that the store has?</summary>
internal static class IndexAgreement
{
    private const int MostNamed = 5;

    /// <summary>What does not agree; null when all does.</summary>
    public static string? FaultOf(MatchIndex index, ResolvedAgain again)
    {
        if (index.Revision != again.Revision)
            return $"its revision {index.Revision} is not the store's {again.Revision}";
        if (!string.Equals(index.Knowledge.Version, again.KnowledgeVersion, StringComparison.Ordinal))
            return $"its tables {index.Knowledge.Version} are not the store's {again.KnowledgeVersion}";

        var shown = index.Therapists.ToDictionary(therapist => therapist.Id, Text);
        var resolved = again.Resolved.ToDictionary(therapist => therapist.Id, Text);
        var differing = shown.Keys.Union(resolved.Keys).Order().Where(id => !Agree(shown.GetValueOrDefault(id), resolved.GetValueOrDefault(id))).ToList();
        return differing.Count == 0 ? null : $"{differing.Count} therapists differ: {string.Join(", ", differing.Take(MostNamed))}{(differing.Count > MostNamed ? " …" : "")}";
    }

    /// <summary>A price of 140 comes back from the store as 140.0: numbers agree by their value.</summary>
    private static bool Agree(string? shown, string? resolved) =>
        shown is not null && resolved is not null
        && (string.Equals(shown, resolved, StringComparison.Ordinal) || JsonElement.DeepEquals(JsonElement.Parse(shown), JsonElement.Parse(resolved)));

    /// <summary>Everything but the revision, which says when and not what.</summary>
    private static string Text(TherapistProfile therapist) => StoreJson.Write(therapist with { Revision = 0 });
}
