using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Where two sources state different things of one place at about the same time. What is much older than what the other says is out of date
/// rather than in disagreement.
/// </summary>
internal static class SourceDisagreement
{
    /// <summary>How far apart two statements may be.</summary>
    public const int DaysApart = 180;

    public static IEnumerable<Doubt> Of(ImmutableArray<SourceRecord> records, ImmutableArray<NetworkFact> networks)
    {
        // Nearly everyone is on one list only.
        var places = records.Length < 2 ? []
            : records.SelectMany(record => record.Places.Select(place => (record.Organization, Place: place)))
                .GroupBy(stated => PlaceKeys.Of(stated.Place.Address), StringComparer.Ordinal)
                .SelectMany(stated => OfPlace([.. stated]));
        return places.Concat(OfNetworks(networks));
    }

    private static IEnumerable<Doubt> OfPlace((Code<Organization> By, PracticePlace Place)[] stated)
    {
        var zip = stated[0].Place.Address.Zip;
        if (Since(stated, place => place.Phone) is { } phone)
            yield return new Doubt(DoubtKind.SourcesDisagree, VerificationAspect.Phone, "", zip, phone);
        if (Since(stated, TakesNewPatients) is { } accepting)
            yield return new Doubt(DoubtKind.SourcesDisagree, VerificationAspect.Accepting, "", zip, accepting);
    }

    private static bool? TakesNewPatients(PracticePlace place) =>
        place.Accepting.Value == AcceptingPatients.Unknown ? null : place.Accepting.Value == AcceptingPatients.Yes;

    /// <summary>The day of the newest statement from which another's differs.</summary>
    private static DateOnly? Since<T>((Code<Organization> By, PracticePlace Place)[] stated, Func<PracticePlace, T?> fact)
        where T : struct => stated
        .SelectMany(one => stated.Where(other => one.By != other.By && fact(one.Place) is { } ours && fact(other.Place) is { } theirs && !ours.Equals(theirs)
            && AreOfOneTime(one.Place.From, other.Place.From)), (one, other) => Later(one.Place.From, other.Place.From))
        .Select(day => (DateOnly?)day).Max();

    private static IEnumerable<Doubt> OfNetworks(ImmutableArray<NetworkFact> networks) =>
        from stated in networks
        where stated.InNetwork
        from other in networks
        where !other.InNetwork && other.Insurer == stated.Insurer && (other.Network is null || other.Network == stated.Network)
            && (other.ListingZip is null || other.ListingZip == stated.ListingZip) && !string.Equals(other.Source.Source, stated.Source.Source, StringComparison.Ordinal)
            && !(other.To < stated.From) && !(stated.To < other.From) && AreOfOneTime(stated.Source, other.Source)
        select new Doubt(
            DoubtKind.SourcesDisagree, VerificationAspect.Network, stated.Network is { } network ? $"{stated.Insurer}/{network}" : stated.Insurer.Value, stated.ListingZip,
            Later(stated.Source, other.Source));

    private static bool AreOfOneTime(Provenance one, Provenance other) => Math.Abs(one.AsOf.DayNumber - other.AsOf.DayNumber) <= DaysApart;

    private static DateOnly Later(Provenance one, Provenance other) => one.AsOf > other.AsOf ? one.AsOf : other.AsOf;
}
