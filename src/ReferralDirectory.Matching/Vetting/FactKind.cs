namespace ReferralDirectory.Matching.Vetting;

/// <summary>What a fact is about: how long it stays true, and when it is due again, depend on it.</summary>
public enum FactKind
{
    /// <summary>Name, NPI, gender, languages.</summary>
    Identity,

    /// <summary>E-mail and web addresses.</summary>
    Contact,

    Address,
    Phone,
    OpeningHours,
    Accepting,
    Network,
    Licence,
    Exclusion,
    Liability,
    Certification,

    /// <summary>Hours of education, and the modalities that are offered.</summary>
    Training,

    Membership,
}
