using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reports;

/// <summary>Whom and what a request means.</summary>
internal static class ReportedTherapists
{
    /// <summary>Null for those who are not shown, too.</summary>
    public static TherapistProfile? Find(string id, MatchIndex index) =>
        TherapistId.TryParse(id, out var typed) && index.Find(index.Resolve(typed)) is { } therapist && Browser.MayBeRead(therapist) ? therapist : null;

    public static Listing? ListingOf(TherapistProfile therapist, string? id) =>
        ListingId.TryParse(id, out var typed) ? therapist.Listings.FirstOrDefault(listing => listing.Id == typed) : null;

    /// <summary>Is the fact one of a single place?</summary>
    public static bool IsOfPlace(ReportKind kind) => kind is ReportKind.WrongPhone or ReportKind.Moved or ReportKind.NotAccepting;

    /// <summary>Reports that mean the same are one matter, whether they name the only place or not.</summary>
    /// <param name="request">Was found valid.</param>
    /// <param name="index">By which it was.</param>
    public static ReportMatter MatterOf(ReportRequest request, MatchIndex index)
    {
        var therapist = Find(request.TherapistId, index)!;
        var zips = therapist.Listings.Select(listing => listing.Place.Address.Zip).Distinct().ToList();
        ZipCode? zip = zips.Count == 1
            ? IsOfPlace(request.Kind) ? zips[0] : null
            : ListingOf(therapist, request.ListingId)?.Place.Address.Zip;
        return new ReportMatter(therapist.Id, request.Kind, zip, request.Insurer is { } insurer ? InsurerLookup.Find(index.Knowledge, insurer)!.Id : null);
    }
}
