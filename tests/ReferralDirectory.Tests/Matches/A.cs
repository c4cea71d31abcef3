using ReferralDirectory.Matches.Requests;

namespace ReferralDirectory.Tests.Matches;

/// <summary>Requests that are good, to be spoilt in one place.</summary>
internal static class A
{
    public static MatchRequest Request { get; } = new()
    {
        Patient = new PatientRequest { Location = new LocationRequest { Zip = "13202" }, Coverage = new CoverageRequest { Insurer = "aetna" } },
        Order = new OrderRequest { Diagnoses = ["I89.0"], Screening = new ScreeningRequest { Answers = ["none"] } },
    };

    public static MatchRequest At(LocationRequest location) => Request with { Patient = Request.Patient with { Location = location } };

    public static MatchRequest PaidBy(CoverageRequest coverage) => Request with { Patient = Request.Patient with { Coverage = coverage } };

    public static MatchRequest Ordering(OrderRequest order) => Request with { Order = order };

    public static MatchRequest Preferring(PreferencesRequest preferences) => Request with { Preferences = preferences };
}
