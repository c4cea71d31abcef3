namespace ReferralDirectory.Matching.Vocabulary;

/// <summary>Who asks: sets the published weights and the default minimum tier.</summary>
public enum Audience { Physician, Patient }

public enum CoverageKind { HealthPlan, SelfPay, AutoPip, WorkersComp, Va }

/// <summary>How well an indication is supported: A strong or moderate certainty, B moderate or limited, C low or conflicting, D practice only.</summary>
public enum EvidenceGrade { A = 1, B, C, D }

public enum IndicationDirection { Benefit, NoEffect, Against }

/// <summary>How sure a knowledge row is: read in the primary text, said by a secondary page, or general knowledge, unchecked.</summary>
public enum Sureness { Verified, Secondary, Memory }

public enum FindingLevel { Absolute, Clearance, Caution, AdvisedAgainst, Info }

public enum FindingScope { Order, Modalities, Site }

public enum ScreeningOutcome { Clear, ClearanceRequired, AdvisedAgainst, Blocked }

public enum LicenceStatus { Active, ActiveWithConditions, Interim, Inactive, Expired, Suspended, Revoked }

/// <summary>What the therapist or the organisation says of the training in one modality.</summary>
public enum TrainingLevel { Listed, Course, Certified }

/// <summary>How a fact came to be known, the strongest first.</summary>
public enum FactMethod { PrimarySource, InsurerFile, Organization, SelfReported, PublicReport }

/// <summary>Three-valued, and one more: <see cref="Unknown"/> is not "no".</summary>
public enum AcceptingPatients { Unknown, Yes, No, ExistingOnly }

public enum CareSetting { Clinic, Hospital, MedicalOffice, PrivatePractice, SportsFacility, HomeVisitOnly }

/// <summary>FHIR administrative gender, as far as a preference needs it.</summary>
public enum Gender { Female, Male, Other }

/// <summary>Where the session takes place: at the listing, or at the patient's home.</summary>
public enum VisitMode { Office, HomeVisit }

/// <summary>Whether a source said of one place of practice that it is in a network, or of the therapist, wherever that is.</summary>
public enum NetworkFactSubject { Listing, Provider }

public enum InsurerKind { HealthPlan, AutoPip, WorkersComp, Va }

public enum SortOrder { Score, Distance }

public enum MembershipStatus { Active, Lapsed, Ended }

/// <summary>What was checked (FHIR VerificationResult in spirit).</summary>
public enum VerificationAspect { Identity, Licence, Exclusion, Liability, Certification, TrainingHours, Training, Network, Address, Phone, Accepting }

public enum VerificationOutcome
{
    /// <summary>The claim holds: hours documented, certification on the register, address answers.</summary>
    Confirmed,

    /// <summary>The source does not have it, or says otherwise.</summary>
    Refuted,

    Active, ActiveWithConditions, Interim, Inactive, Expired, Suspended, Revoked,

    /// <summary>Not on the exclusion list.</summary>
    Clear,

    /// <summary>Perhaps on the exclusion list: hidden until a person decides.</summary>
    PossibleMatch,

    Excluded,

    InNetwork, OutOfNetwork,

    Yes, No, ExistingOnly,

    /// <summary>New patients are taken at some places or for some plans; which ones is not said.</summary>
    Partly,

    /// <summary>Members of the public say otherwise and nobody has answered them yet: neither a proof nor a refutation.</summary>
    Disputed,
}

/// <summary>What somebody from the public says is wrong with a therapist's entry.</summary>
public enum ReportKind { WrongPhone, NotAccepting, NotInNetwork, Moved, Other }

/// <summary>How a report was answered: it is right, or the entry is.</summary>
public enum ReportAnswer { Upheld, Dismissed }
