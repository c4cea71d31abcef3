using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.CommandLine;

/// <summary>Codes that therapists or tables use and that no table explains.</summary>
internal static class KnowledgeReferences
{
    public static IEnumerable<string> Dangling(MatchIndex index)
    {
        var knowledge = index.Knowledge;
        return OfTables(knowledge).Concat(index.Therapists.SelectMany(therapist => OfTherapist(therapist, knowledge).Select(fault => $"{therapist.Id}: {fault}")));
    }

    private static IEnumerable<string> OfTables(KnowledgeTables knowledge)
    {
        foreach (var row in knowledge.Rows.Indications.Where(row => knowledge.Find(row.Condition) is null || knowledge.Find(row.Modality) is null))
            yield return $"indication {row.Condition}/{row.Modality}";
        foreach (var row in knowledge.Rows.Screening.Where(row => row.Modalities.Any(modality => knowledge.Find(modality) is null)))
            yield return $"screening row {row.Code}";
        foreach (var row in knowledge.Rows.CredentialRequirements.Where(row => row.AcceptedCredentials.Any(credential => knowledge.Find(credential) is null)))
            yield return $"credential requirement {row.Code}";
        foreach (var row in knowledge.Rows.Plans.Where(row => knowledge.Find(row.Insurer) is null || row.Networks.Any(network => knowledge.Find(network) is null)))
            yield return $"plan {row.Insurer}/{row.Id}";
    }

    private static IEnumerable<string> OfTherapist(TherapistProfile therapist, KnowledgeTables knowledge)
    {
        foreach (var offered in therapist.Modalities.Where(offered => knowledge.Find(offered.Modality) is null))
            yield return $"modality {offered.Modality}";
        foreach (var held in therapist.Certifications.Where(held => knowledge.Find(held.Credential) is null))
            yield return $"credential {held.Credential}";
        foreach (var fact in therapist.Networks.Where(fact => knowledge.Find(fact.Insurer) is null || (fact.Network is { } network && knowledge.Find(network) is null)))
            yield return $"network {fact.Insurer}/{fact.Network}";
    }
}
