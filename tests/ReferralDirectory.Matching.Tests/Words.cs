using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Tests;

/// <summary>The names that the small tables know, and the day on which the tests take place.</summary>
internal static class Words
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly Code<Insurer> Aetna = Code<Insurer>.Parse("aetna");
    public static readonly Code<Insurer> Cigna = Code<Insurer>.Parse("cigna");
    public static readonly Code<Insurer> RareHealth = Code<Insurer>.Parse("rare-health");
    public static readonly Code<Insurer> StateFund = Code<Insurer>.Parse("state-fund");
    public static readonly Code<Insurer> CommunityCare = Code<Insurer>.Parse("community-care");
    public static readonly Code<Insurer> RoadMutual = Code<Insurer>.Parse("road-mutual");

    public static readonly Code<Network> AetnaChoice = Code<Network>.Parse("aetna-choice");
    public static readonly Code<Network> AetnaSelect = Code<Network>.Parse("aetna-select");
    public static readonly Code<Network> CignaOne = Code<Network>.Parse("cigna-one");

    /// <summary>Aetna's plan that uses both of its networks.</summary>
    public static readonly Code<Plan> Open = Code<Plan>.Parse("open");

    /// <summary>Aetna's plan that uses <see cref="AetnaSelect"/> only.</summary>
    public static readonly Code<Plan> Narrow = Code<Plan>.Parse("narrow");

    public static readonly StateCode NewYork = StateCode.Parse("NY");
    public static readonly StateCode NewJersey = StateCode.Parse("NJ");
    public static readonly StateCode Pennsylvania = StateCode.Parse("PA");
    public static readonly StateCode Vermont = StateCode.Parse("VT");
    public static readonly StateCode Minnesota = StateCode.Parse("MN");

    public static readonly GeoPoint Syracuse = GeoPoint.Create(43.05, -76.15);
    public static readonly ZipCode SyracuseZip = Zip("13202");

    public static ZipCode Zip(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new FormatException(text);

    public static Icd10Code Icd10(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException(text);

    public static Code<Modality> Modality(string text) => Code<Modality>.Parse(text);

    public static Code<Condition> Condition(string text) => Code<Condition>.Parse(text);
}
