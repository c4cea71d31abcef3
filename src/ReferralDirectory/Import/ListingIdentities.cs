using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>The stable ids of listings: one for each place of a therapist, for good. After a merge the survivor takes them over.</summary>
internal sealed class ListingIdentities(WriteUnit unit, ILookup<long, long> mergedInto, StagedTherapists staged)
{
    private readonly Dictionary<(long TherapistId, string PlaceKey), long> known = [];

    /// <summary>Reads the ids that places of therapists have. It comes before the questions about them.</summary>
    public void Load(IEnumerable<long> therapists)
    {
        var places = RowReader<ListingPlaceRow>.List(
            unit.Context.Connection, nameof(ListingPlaceRow.ListingId), RowFilter.In(nameof(ListingPlaceRow.TherapistId), therapists.SelectMany(id => mergedInto[id].Prepend(id))));
        foreach (var place in places)
            known[(place.TherapistId, place.PlaceKey)] = place.ListingId;
    }

    public ListingId IdOf(TherapistId therapist, string placeKey)
    {
        if (known.Remove((therapist.Value, placeKey), out var id))
            return new ListingId(id);
        id = TakeOver(therapist, placeKey) ?? unit.NewListingId().Value;
        staged.Add(new ListingPlaceRow { ListingId = id, TherapistId = therapist.Value, PlaceKey = placeKey });
        return new ListingId(id);
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
