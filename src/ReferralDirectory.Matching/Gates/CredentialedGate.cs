using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// Every credential that any diagnosis or finding of the order requires is held on the service date: confirmed at its issuer, or stood
/// for by documented hours. What a member list alone says does not count.
/// </summary>
internal static class CredentialedGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query)
    {
        foreach (var requirement in query.Screening.Requirements)
        {
            if (!Meets(requirement, candidate, query))
                return false;
        }

        return true;
    }

    public static GateOutcome Explain(in Candidate candidate, MatchQuery query)
    {
        var outcomes = ImmutableArray.CreateBuilder<RequirementOutcome>();
        foreach (var requirement in query.Screening.Requirements)
        {
            var stated = candidate.Therapist.Certifications.FirstOrDefault(held => requirement.AcceptedCredentials.Contains(held.Credential) && held.ConfirmedOn is null);
            outcomes.Add(new RequirementOutcome(
                requirement, Meets(requirement, candidate, query), Confirmed(requirement, candidate, query), DocumentedHours(requirement, candidate), stated));
        }

        var passed = Passes(candidate, query);
        var code = !passed ? "credential-missing" : outcomes.Count == 0 ? "no-requirement" : "credentials-held";
        return new GateOutcome(GateId.Credentialed, passed, code, new CredentialEvidence(outcomes.ToImmutable()));
    }

    public static bool Meets(CredentialRequirement requirement, in Candidate candidate, MatchQuery query) =>
        Confirmed(requirement, candidate, query) is not null
        || (requirement.TrainingHours is { } hours && DocumentedHours(requirement, candidate) >= hours);

    private static Certification? Confirmed(CredentialRequirement requirement, in Candidate candidate, MatchQuery query)
    {
        var day = query.Criteria.ServiceDate;
        foreach (var held in candidate.Therapist.Certifications)
        {
            if (held.ConfirmedOn is not null && !(held.IssuedOn > day) && !(held.ExpiresOn < day) && requirement.AcceptedCredentials.Contains(held.Credential))
                return held;
        }

        return null;
    }

    private static int? DocumentedHours(CredentialRequirement requirement, in Candidate candidate)
    {
        foreach (var offered in candidate.Therapist.Modalities)
        {
            if (offered.Modality == requirement.TrainingModality)
                return offered.DocumentedHours;
        }

        return null;
    }
}
