namespace ReferralDirectory.LinkageWorld;

/// <summary>Of whom the world is made, and how well the lists know them. Shares are of people, or of records where it says so.</summary>
internal sealed record WorldOptions
{
    public int People { get; init; } = 10_000;
    public int Sources { get; init; } = 3;

    /// <summary>How many of the lists a person is on: each with this share, at least one.</summary>
    public double OnAList { get; init; } = 1;

    // Of records.
    public double NpiMissing { get; init; } = .40;
    public double LicenceMissing { get; init; } = .30;
    public double PhoneMissing { get; init; } = .10;
    public double EmailMissing { get; init; } = .35;
    public double GenderMissing { get; init; } = .30;
    public double LanguagesMissing { get; init; } = .60;

    /// <summary>Of given name, family name, NPI, licence number, telephone, e-mail address and street, each.</summary>
    public double Slip { get; init; } = .10;
    public double Nickname { get; init; } = .12;
    public double InitialOnly { get; init; } = .02;
    public double SwappedNames { get; init; } = .01;
    public double AccentsLost { get; init; } = .60;
    public double Capitals { get; init; } = .20;

    /// <summary>A second time by the same organisation, under another member key.</summary>
    public double ListedTwice { get; init; }
    public double AnothersLicence { get; init; } = .002;

    // Of people.
    public double Moved { get; init; } = .15;
    public double ToAnotherState { get; init; } = .20;
    public double PhoneChangedByMove { get; init; } = .50;
    public double Married { get; init; } = .05;
    public double DoubleName { get; init; } = .05;
    public double InAClinic { get; init; } = .40;
    public double ClinicEmail { get; init; } = .10;
    public double InAFamilyOfTherapists { get; init; } = .04;
    public double FamilyEmail { get; init; } = .20;
    public double FathersAndSons { get; init; } = .005;
    public double SiblingsOfLikeNames { get; init; } = .002;
    public double SecondPhone { get; init; } = .15;
    public double SecondEmail { get; init; } = .20;
    public double SecondPlace { get; init; } = .15;
}
