using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>What one person is resolved from.</summary>
/// <param name="Documents">What the records say, in their order.</param>
/// <param name="FormerKeys">Keys that the records gave once.</param>
/// <param name="Ledger">Entries by subject, those about others among them.</param>
/// <param name="Stored">What the store has of the therapist; null when there is none yet.</param>
internal sealed record UnresolvedPerson(RecordGroup Group, TherapistId Id, string[] Documents, string[] FormerKeys, ILookup<string, Verification> Ledger, TherapistRows? Stored)
{
    public ResolvedPerson Resolve(long revision)
    {
        var records = Documents.Select(RecordDocument.Read).OrderBy(record => record.Organization).ThenBy(record => record.MemberKey, StringComparer.Ordinal);
        var group = new IdentityGroup([.. records], Group.InConflict) { ContestedKeys = Group.ContestedKeys };
        var places = new List<string>();
        var profile = TherapistResolver.Resolve(group, LedgerSubjects.EntriesAbout(group.Records, FormerKeys, Ledger), Id, revision, Unnumbered);
        return new ResolvedPerson(Group.Records, profile, places, Stored);

        // Persons are resolved side by side, but ids are given in their order.
        ListingId Unnumbered(string placeKey)
        {
            places.Add(placeKey);
            return default;
        }
    }
}

/// <summary>A person as resolved, whose listings have no ids yet.</summary>
/// <param name="Unnumbered">The therapist.</param>
/// <param name="Places">The key of each listing's place.</param>
internal sealed record ResolvedPerson(long[] Records, TherapistProfile Unnumbered, List<string> Places, TherapistRows? Stored)
{
    public TherapistProfile Profile(ListingIdentities listings) => Unnumbered with
    {
        Listings = [.. Unnumbered.Listings.Zip(Places, (listing, place) => new Listing(listings.IdOf(Unnumbered.Id, place), listing.Place))],
    };
}
