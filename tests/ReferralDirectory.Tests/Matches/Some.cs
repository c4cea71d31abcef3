using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Matches;

/// <summary>Facts, evidence and a hit, as the matcher would give them.</summary>
internal static class Some
{
    public static readonly StateCode NewYork = StateCode.Parse("NY");
    public static readonly DateOnly Day = new(2026, 10, 30);
    public static readonly Provenance Roster = new("NY roster", FactMethod.PrimarySource, Day);
    public static readonly Diagnosis Lymphedema = Diagnosis.Of(SmallWorld.Code("I89.0"));
    public static readonly Code<Modality> Cdt = Code<Modality>.Parse("cdt");
    public static readonly Code<Modality> Swedish = Code<Modality>.Parse("swedish");

    public static Licence Licence { get; } = new(NewYork, "LMT", "012345-1", LicenceStatus.Active, new DateOnly(2020, 1, 1), new DateOnly(2027, 3, 31), Day, Roster);

    public static DistanceEvidence Distance { get; } = new(new Miles(3.21), new Miles(25), VisitMode.Office);

    public static VettingAssessment Vetting { get; } =
        new(3, NewYork, [VettingGap.SpecialtyCredential], Day, new DateOnly(2026, 11, 1), 1000, true, 1000, Confidence.High);

    public static AcceptingEvidence Accepting { get; } =
        new(new Sourced<AcceptingPatients>(AcceptingPatients.Yes, Roster with { Method = FactMethod.Organization }), new DateOnly(2026, 11, 25), 22);

    public static NetworkFact Fact { get; } = new(
        Code<Insurer>.Parse("aetna"), Code<Network>.Parse("aetna-ppo"), true, new DateOnly(2026, 1, 1), new DateOnly(2027, 12, 31), null, null,
        new Provenance("aetna file", FactMethod.InsurerFile, new DateOnly(2026, 10, 2)));

    public static NetworkEvidence Network { get; } = new(NetworkStatus.InNetwork, NetworkScope.Plan, Fact, 50);

    public static PairEvidence Pair { get; } = new(Lymphedema, Cdt, EvidenceGrade.A, TrainingEvidence.Certified, 1_000_000, null, "ACP2017");

    public static FitEvidence Fit { get; } = new([Pair], [new RefusedPair(Swedish, RefusalReason.NoEffect, "ACP2017")], [Swedish]);

    public static CredentialRequirement Requirement { get; } = new(
        "cdt-training", "Complete decongestive training", [], [], [], [], Cdt, 135, "At least 135 hours.", "ACP2017", Sureness.Verified, Day);

    public static Certification Claimed { get; } = new(Code<Credential>.Parse("clt-lana"), null, null, null, null, Roster);

    public static CredentialEvidence Missing { get; } = new([new RequirementOutcome(Requirement, false, null, null, Claimed)]);

    public static PreferenceEvidence Preferences { get; } = new([Preference.Languages, Preference.HomeVisit], [Preference.Languages]);

    public static TherapistProfile Therapist { get; } = new()
    {
        Id = new TherapistId(42),
        Revision = 3,
        Synthetic = true,
        IdentityConflict = false,
        Name = new Sourced<PersonName>(new PersonName("Ana", "Ortiz"), Roster),
        Languages = [new Sourced<string>("es", Roster)],
        Listings = [Place],
    };

    public static Listing Place => new(new ListingId(43), new PracticePlace
    {
        Address = new PostalAddress("1 Main Street", null, "Syracuse", NewYork, ZipCode.TryParse("13202", out var zip) ? zip : default),
        Point = GeoPoint.Create(43.05, -76.15),
        PointUncertainty = new Miles(1),
        Phone = PhoneNumber.TryParse("315-555-0142", out var phone) ? phone : null,
        Setting = CareSetting.PrivatePractice,
        Accepting = Accepting.Accepting,
        From = Roster,
    });

    public static MatchHit Hit { get; } = new()
    {
        Rank = 1,
        Therapist = Therapist,
        Listing = Place,
        Mode = VisitMode.Office,
        Distance = Distance.Distance,
        Score = 64_233_331,
        Components =
        [
            new RuleScore(RuleId.ModalityFit, 1_000_000, 25, Fit),
            new RuleScore(RuleId.Vetting, 808_333, 25, new TierEvidence(Vetting, 2)),
            new RuleScore(RuleId.NetworkEvidence, 824_667, 15, Network),
            new RuleScore(RuleId.Distance, 165_500, 10, Distance),
            new RuleScore(RuleId.Availability, 1, 1, Accepting),
            new RuleScore(RuleId.Record, 500_000, 10, new RecordEvidence(null)),
            new RuleScore(RuleId.Preferences, 0, 5, Preferences),
        ],
        Gates = [new GateOutcome(GateId.Licensed, true, "active-licence", new LicenceEvidence(Licence, NewYork, false))],
        Vetting = Vetting,
        Network = Network,
        Cautions = ["accepting-unknown"],
    };

    public static MatchAnswer Answer { get; } = new()
    {
        Screening = new ScreeningResult(
            ScreeningOutcome.Clear, [new Finding(Finding.NetworkIsNotABenefit, FindingLevel.Info, FindingScope.Order, [], null, null, null, null)], [], []),
        Total = 1,
        Results = [Hit],
        Funnel = [new FunnelStep(GateId.WithinRadius, 10, 3), new FunnelStep(GateId.Licensed, 3, 2), new FunnelStep(null, 2, 1)],
        Relaxations = [new Relaxation(RelaxationKind.RadiusMiles, new Miles(50), null, null, null, 6)],
        Radius = new Miles(25),
        RadiusChosen = false,
        MinTier = 2,
    };
}
