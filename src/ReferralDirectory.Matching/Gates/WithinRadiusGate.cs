using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Gates;

/// <summary>Office: the listing lies within the radius. Home visit: the patient lies within the therapist's own service radius.</summary>
internal static class WithinRadiusGate
{
    /// <summary>Nobody is taken to travel farther, whatever the listing says.</summary>
    public static readonly Miles MostHomeVisitMiles = new(60);

    public static bool Passes(VisitMode mode, Miles distance, Miles? serviceRadius, Miles radius) => distance.Value <= Limit(mode, serviceRadius, radius).Value;

    /// <summary>How far somebody with a service radius is taken to travel.</summary>
    public static Miles HomeVisitLimit(Miles serviceRadius) => new(Math.Min(serviceRadius.Value, MostHomeVisitMiles.Value));

    public static GateOutcome Explain(in Candidate candidate, Miles radius)
    {
        var limit = Limit(candidate.Mode, candidate.Place.HomeVisitRadius, radius);
        var passed = candidate.Distance.Value <= limit.Value;
        var code = (candidate.Mode, passed) switch
        {
            (VisitMode.Office, true) => "within-radius",
            (VisitMode.Office, false) => "beyond-radius",
            (_, true) => "within-service-radius",
            _ => candidate.Place.HomeVisitRadius is null ? "no-home-visits" : "beyond-service-radius",
        };
        return new GateOutcome(GateId.WithinRadius, passed, code, new DistanceEvidence(candidate.Distance, limit, candidate.Mode));
    }

    private static Miles Limit(VisitMode mode, Miles? serviceRadius, Miles radius) =>
        mode == VisitMode.Office ? radius
        : serviceRadius is { } own ? HomeVisitLimit(own) : new Miles(-1);
}
