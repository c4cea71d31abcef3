using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>The stable ids of listings: one for each place of a therapist, for good. After a merge the survivor takes them over.</summary>
internal sealed class ListingIdentities
{
    private readonly WriteUnit unit;
    private readonly Dictionary<(long TherapistId, string PlaceKey), long> known;
    private readonly ILookup<long, long> mergedInto;
    private readonly List<ListingPlaceRow> unsaved = [];

    public ListingIdentities(WriteUnit unit, TherapistIdentities identities)
    {
        this.unit = unit;
        mergedInto = identities.MergedInto();
        long[] ids = [.. identities.Groups.Select(group => group.Id.Value), .. identities.Gone];
        known = unit.Context.ListingPlaces.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.TherapistId))
            .ToDictionary(row => (row.TherapistId, row.PlaceKey), row => row.ListingId);
    }

    public ListingId IdOf(TherapistId therapist, string placeKey)
    {
        if (known.TryGetValue((therapist.Value, placeKey), out var id))
            return new ListingId(id);

        id = TakeOver(therapist, placeKey) ?? unit.NewListingId().Value;
        known.Add((therapist.Value, placeKey), id);
        unsaved.Add(new ListingPlaceRow { ListingId = id, TherapistId = therapist.Value, PlaceKey = placeKey });
        return new ListingId(id);
    }

    public void Save()
    {
        using var inserter = new RowInserter<ListingPlaceRow>(unit.Context, replace: true);
        inserter.Insert(unsaved);
    }

    private long? TakeOver(TherapistId therapist, string placeKey)
    {
        foreach (var merged in mergedInto[therapist.Value])
        {
            if (known.Remove((merged, placeKey), out var id))
                return id;
        }

        return null;
    }
}
