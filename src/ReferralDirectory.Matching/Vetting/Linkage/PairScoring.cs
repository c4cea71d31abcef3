using System.Collections.Immutable;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>The score of a comparison, and what it is made of.</summary>
internal sealed class PairScoring(LinkageParameters parameters, ValueFrequencies frequencies)
{
    public double Bits(PairComparison pair) => parameters.Bits(pair.Agreements) + parameters.PriorBits
        + RarityBits(pair, LinkageField.GivenName) + RarityBits(pair, LinkageField.FamilyName)
        + RarityBits(pair, LinkageField.Phone) + RarityBits(pair, LinkageField.Email) + RarityBits(pair, LinkageField.Place);

    public ImmutableArray<LinkEvidence> Explain(PairComparison pair)
    {
        var evidence = ImmutableArray.CreateBuilder<LinkEvidence>();
        for (var field = LinkageField.GivenName; field <= LinkageField.Language; field++)
        {
            var agreement = pair.Agreements[field];
            if (agreement != Agreement.Missing)
                evidence.Add(new LinkEvidence(field, agreement, parameters.Bits(field, agreement) + RarityBits(pair, field)));
        }

        if (parameters.ContactBits[SharedContact.Of(pair.Agreements)] is < 0 and var contact)
            evidence.Add(new LinkEvidence(LinkageField.SharedWorkplace, Agreement.Exact, contact));
        if (SharedContact.AndFamilyName(pair.Agreements))
            evidence.Add(new LinkEvidence(LinkageField.SharedHousehold, Agreement.Exact, parameters.HouseholdBits));
        return evidence.DrainToImmutable();
    }

    /// <summary>What the shared value's own frequency adds to that of the level.</summary>
    private double RarityBits(PairComparison pair, LinkageField field)
    {
        var agreement = pair.Agreements[field];
        if (agreement is not (Agreement.Exact or Agreement.Folded))
            return 0;
        var value = field switch
        {
            LinkageField.GivenName => pair.Name.Given,
            LinkageField.FamilyName => pair.Name.Family,
            LinkageField.Phone => pair.Phone,
            LinkageField.Email => pair.Email,
            LinkageField.Place => pair.Door,
            _ => null,
        };
        if (value is null)
            return 0;

        // The frequency counts folded values, so a name that differs by its accents is as rare as the same one.
        var onTheWhole = parameters.Strangers(field, Agreement.Exact);
        return Math.Log2(onTheWhole / frequencies.AmongStrangers(field, value, onTheWhole)) - FoldedBits(field, agreement);
    }

    /// <summary>That accents were lost says nothing about rarity: what the level claims for that is taken back.</summary>
    private double FoldedBits(LinkageField field, Agreement agreement) => agreement == Agreement.Exact
        ? 0
        : parameters.Bits(field, Agreement.Folded) - parameters.Bits(field, Agreement.Exact);
}
