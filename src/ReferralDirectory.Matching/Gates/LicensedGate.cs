using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>
/// An active massage licence on the service date: of the listing's state for an office visit, of the patient's state for a home visit.
/// Interim permits do not pass; "active with conditions" passes with a caution; who holds none passes in a
/// state without a licence law. One that lapsed or was taken away is not the same as none, also where none is needed.
/// </summary>
internal static class LicensedGate
{
    public static bool Passes(in Candidate candidate, MatchQuery query) => Decide(candidate, query).Standing <= Standing.NoLaw;

    /// <summary>Would pass for a visit in a state on a day.</summary>
    public static bool Holds(TherapistProfile therapist, StateCode state, DateOnly day, KnowledgeTables knowledge) =>
        Decide(therapist, state, day, knowledge).Standing <= Standing.NoLaw;

    public static GateOutcome Explain(in Candidate candidate, MatchQuery query)
    {
        var (standing, licence) = Decide(candidate, query);
        return new GateOutcome(
            GateId.Licensed, standing <= Standing.NoLaw, CodeOf(standing), new LicenceEvidence(licence, StateOf(candidate, query), standing == Standing.NoLaw));
    }

    public static StateCode StateOf(in Candidate candidate, MatchQuery query) =>
        candidate.Mode == VisitMode.Office ? candidate.Place.Address.State : query.Criteria.PatientState;

    private static (Standing Standing, Licence? Licence) Decide(in Candidate candidate, MatchQuery query) =>
        Decide(candidate.Therapist, StateOf(candidate, query), query.Criteria.ServiceDate, query.Knowledge);

    private static (Standing Standing, Licence? Licence) Decide(TherapistProfile therapist, StateCode state, DateOnly day, KnowledgeTables knowledge)
    {
        Licence? best = null;
        var standing = Standing.None;
        foreach (var licence in therapist.Licences)
        {
            if (licence.State == state && licence.IsForMassage && StandingOn(licence, day) is var found && found < standing)
                (best, standing) = (licence, found);
        }

        return standing == Standing.None && knowledge.StateRuleOn(state, day) is { RequiresLicence: false } ? (Standing.NoLaw, null) : (standing, best);
    }

    private static Standing StandingOn(Licence licence, DateOnly day) => licence.Status switch
    {
        LicenceStatus.Revoked => Standing.Revoked,
        LicenceStatus.Suspended => Standing.Suspended,
        LicenceStatus.Expired => Standing.Expired,
        LicenceStatus.Inactive => Standing.Inactive,
        _ when licence.ExpiresOn < day => Standing.Expired,
        _ when licence.IssuedOn > day => Standing.NotYetValid,
        LicenceStatus.Interim => Standing.Interim,
        LicenceStatus.ActiveWithConditions => Standing.ActiveWithConditions,
        _ => Standing.Active,
    };

    private static string CodeOf(Standing standing) => standing switch
    {
        Standing.Active => "active-licence",
        Standing.ActiveWithConditions => "active-with-conditions",
        Standing.NoLaw => "no-licence-law",
        Standing.Interim => "licence-interim",
        Standing.NotYetValid => "licence-not-yet-valid",
        Standing.Expired => "licence-expired",
        Standing.Inactive => "licence-inactive",
        Standing.Suspended => "licence-suspended",
        Standing.Revoked => "licence-revoked",
        _ => "no-licence-in-state",
    };

    /// <summary>The best first; all up to <see cref="NoLaw"/> pass.</summary>
    private enum Standing { Active, ActiveWithConditions, NoLaw, Interim, NotYetValid, Expired, Inactive, Suspended, Revoked, None }
}
