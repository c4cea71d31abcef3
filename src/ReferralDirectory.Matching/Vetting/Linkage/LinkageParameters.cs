using System.Collections.Immutable;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>How often records of one person (m), and of two, (u) agree on one level of a field, where both state it.</summary>
public sealed record AgreementOdds(LinkageField Field, Agreement Agreement, double M, double U)
{
    /// <summary>The weight of evidence, log₂ m/u: above zero for one person, below for two.</summary>
    public double Bits => Math.Log2(M / U);
}

/// <summary>
/// What a Fellegi–Sunter score is made of: the odds of every level, the share of pairs that are one person, and how much less it says when
/// strangers share several things at once (colleagues a door and a telephone, families a name too).
/// </summary>
public sealed class LinkageParameters
{
    private const int Levels = 16;

    private readonly double[] bits = new double[Levels * Levels];
    private readonly double[] strangers = new double[Levels * Levels];

    internal LinkageParameters(ImmutableArray<AgreementOdds> odds, double prior, ImmutableArray<double> contactBits, double householdBits)
    {
        Odds = odds;
        Prior = prior;
        ContactBits = contactBits;
        HouseholdBits = householdBits;
        foreach (var level in odds)
        {
            bits[Cell(level.Field, level.Agreement)] = level.Bits;
            strangers[Cell(level.Field, level.Agreement)] = level.U;
        }
    }

    public ImmutableArray<AgreementOdds> Odds { get; }

    /// <summary>Of all pairs of records from different sources, the share that is one person.</summary>
    public double Prior { get; }

    /// <summary>By <see cref="SharedContact"/>: zero or less.</summary>
    internal ImmutableArray<double> ContactBits { get; }

    /// <summary>Zero or less: with a shared contact, the family name is no surprise.</summary>
    internal double HouseholdBits { get; }

    internal double PriorBits => BitsOf(Prior);

    internal double Bits(LinkageField field, Agreement agreement) => bits[Cell(field, agreement)];

    /// <summary>u of a level.</summary>
    internal double Strangers(LinkageField field, Agreement agreement) => strangers[Cell(field, agreement)];

    /// <summary>The whole weight of a comparison before its values are looked at.</summary>
    internal double Bits(AgreementVector agreements)
    {
        var sum = ContactBits[SharedContact.Of(agreements)] + (SharedContact.AndFamilyName(agreements) ? HouseholdBits : 0);
        for (var field = LinkageField.GivenName; field <= LinkageField.Language; field++)
            sum += bits[Cell(field, agreements[field])];
        return sum;
    }

    internal static double Probability(double bits) => 1 / (1 + Math.Pow(2, -bits));

    internal static double BitsOf(double probability) => Math.Log2(probability / (1 - probability));

    private static int Cell(LinkageField field, Agreement agreement) => ((int)field * Levels) + (int)agreement;
}
