namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>What of two records is compared.</summary>
public enum LinkageField
{
    GivenName, FamilyName, MiddleName, NameSuffix, Phone, Email, Place, Licence, Npi, Gender, Language,

    /// <summary>Not compared but derived: evidence that comes together among strangers, too, is not counted in full twice.</summary>
    SharedWorkplace,
    SharedHousehold,
}

/// <summary>How well two records agree in a field. Which levels a field has, <see cref="DefaultParameters"/> says.</summary>
public enum Agreement
{
    /// <summary>One of the two does not say: no evidence.</summary>
    Missing,

    /// <summary>The same, but for case and punctuation. Of places: the same door.</summary>
    Exact,

    /// <summary>The same but for accents.</summary>
    Folded,

    /// <summary>Forms of one given name.</summary>
    Nickname,

    /// <summary>One is the other's initial.</summary>
    Initial,

    /// <summary>One part of a double name; the middle name for the given one.</summary>
    Part,

    /// <summary>As a slip of the keyboard would change it. Of places: the same ZIP and nearly the same line.</summary>
    Close,

    /// <summary>As two slips would change it, or nearly so alike.</summary>
    Alike,

    /// <summary>Given and family name stand in each other's place. The family name then has no evidence of its own.</summary>
    Swapped,

    /// <summary>Places in one ZIP.</summary>
    SameZip,

    /// <summary>Places within ten miles.</summary>
    Near,

    /// <summary>Places within sixty miles.</summary>
    Region,

    /// <summary>Only one name has a suffix.</summary>
    OneSided,

    Different,
}
