using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>What the other sources say of the same network at the same place: profiles keep the word of each.</summary>
public static class NetworkAgreement
{
    public static SourceAgreement Of(NetworkFact fact, ImmutableArray<NetworkFact> all)
    {
        var (confirming, contradicting) = (0, 0);
        foreach (var other in all)
        {
            if (other.Insurer != fact.Insurer || other.Network != fact.Network || string.Equals(other.Source.Source, fact.Source.Source, StringComparison.Ordinal)
                || (other.ListingZip is { } theirs && fact.ListingZip is { } ours && theirs != ours))
            {
                continue;
            }

            if (other.InNetwork == fact.InNetwork)
                confirming++;
            else
                contradicting += other.Source.Method < fact.Source.Method ? 2 : 1;
        }

        return new SourceAgreement(confirming, contradicting);
    }
}
