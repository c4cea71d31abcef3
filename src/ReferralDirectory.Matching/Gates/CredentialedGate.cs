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
    private static readonly GateOutcome NothingRequired = new(GateId.Credentialed, true, "no-requirement", new CredentialEvidence([]));

    public static bool Passes(in Candidate candidate, MatchQuery query)
    {
        foreach (var requirement in query.Screening.Requirements)
        {
            if (!Meets(requirement, candidate.Therapist, query.Criteria.ServiceDate))
                return false;
        }

        return true;
    }

    public static GateOutcome Explain(in Candidate candidate, MatchQuery query)
    {
        if (query.Screening.Requirements.IsEmpty)
            return NothingRequired;
        var (therapist, day) = (candidate.Therapist, query.Criteria.ServiceDate);
        var outcomes = ImmutableArray.CreateBuilder<RequirementOutcome>();
        foreach (var requirement in query.Screening.Requirements)
        {
            var stated = therapist.Certifications.FirstOrDefault(held => requirement.AcceptedCredentials.Contains(held.Credential) && held.ConfirmedOn is null);
            outcomes.Add(new RequirementOutcome(
                requirement, Meets(requirement, therapist, day), Confirmed(requirement, therapist, day), DocumentedHours(requirement, therapist), stated));
        }

        var passed = Passes(candidate, query);
        return new GateOutcome(GateId.Credentialed, passed, passed ? "credentials-held" : "credential-missing", new CredentialEvidence(outcomes.ToImmutable()));
    }

    public static bool Meets(CredentialRequirement requirement, TherapistProfile therapist, DateOnly day) =>
        Confirmed(requirement, therapist, day) is not null
        || (requirement.TrainingHours is { } hours && DocumentedHours(requirement, therapist) >= hours);

    private static Certification? Confirmed(CredentialRequirement requirement, TherapistProfile therapist, DateOnly day)
    {
        foreach (var held in therapist.Certifications)
        {
            if (held.ConfirmedOn is not null && !(held.IssuedOn > day) && !(held.ExpiresOn < day) && requirement.AcceptedCredentials.Contains(held.Credential))
                return held;
        }

        return null;
    }

    private static int? DocumentedHours(CredentialRequirement requirement, TherapistProfile therapist)
    {
        foreach (var offered in therapist.Modalities)
        {
            if (offered.Modality == requirement.TrainingModality)
                return offered.DocumentedHours;
        }

        return null;
    }
}
