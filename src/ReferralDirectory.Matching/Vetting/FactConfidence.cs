using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>How likely a fact is still true, as a number and as a word. "High" promises nine of ten.</summary>
/// <param name="Level">The word for the probability, or a lower one where something else speaks against relying on the fact.</param>
public readonly record struct FactConfidence(double Probability, Confidence Level)
{
    public const double HighFrom = .9;
    public const double MediumFrom = .6;

    /// <summary>So many reports that something is wrong, by people who do not know of each other, lower the word by one.</summary>
    public const int ReportsPerLevel = 2;

    /// <summary>How much likelier another source says the same of a true fact than of a wrong one. Not more: sources copy each other.</summary>
    private const double OddsOfAgreement = 2;

    private const double OddsOfContradiction = 3.2;

    /// <summary>Further sources hardly tell more than the first few.</summary>
    private const int SourcesCounted = 4;

    /// <param name="kind">What the fact is about.</param>
    /// <param name="method">How it was learned.</param>
    /// <param name="ageInDays">Since it was said or checked.</param>
    /// <param name="agreement">What other sources say.</param>
    /// <param name="reports">Independent reports that it is wrong.</param>
    public static FactConfidence Of(FactKind kind, FactMethod method, int ageInDays, SourceAgreement agreement = default, int reports = 0)
    {
        var alone = FactReliability.Of(kind).ProbabilityAt(method, ageInDays);
        var odds = alone / (1 - alone)
            * Math.Pow(OddsOfAgreement, Math.Min(agreement.Confirming, SourcesCounted))
            / Math.Pow(OddsOfContradiction, Math.Min(agreement.Contradicting, SourcesCounted));
        var probability = odds / (1 + odds);
        return new FactConfidence(probability, LevelOf(probability)).LoweredBy(reports / ReportsPerLevel);
    }

    public FactConfidence LoweredBy(int levels) => this with { Level = (Confidence)Math.Max((int)Confidence.Low, (int)Level - levels) };

    private static Confidence LevelOf(double probability) => probability >= HighFrom ? Confidence.High : probability >= MediumFrom ? Confidence.Medium : Confidence.Low;
}

/// <summary>How many other sources say the same of a fact, and how many say otherwise; one that knows better counts for two of the latter.</summary>
public readonly record struct SourceAgreement(int Confirming, int Contradicting);
