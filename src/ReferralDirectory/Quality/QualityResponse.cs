using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Reviews;

namespace ReferralDirectory.Quality;

/// <summary>How fresh and how far checked the directory is. Counts only: nobody is named.</summary>
/// <param name="Therapists">With at least one listing, and neither excluded nor under review nor without the right to practise: whom patients may be shown.</param>
/// <param name="ListingsByFreshness">By the day on which a source last said the place, or somebody confirmed it.</param>
/// <param name="TherapistsByTier">Each at the highest vetting tier among the states of the listings.</param>
/// <param name="ReviewsWaiting">What a person has to decide.</param>
/// <param name="Reminders">What is to be asked again: `ahead` for two weeks before its date, `due` from the date, `overdue` from two weeks after it.</param>
/// <param name="Registers">The newest file of each register that is followed.</param>
/// <param name="IndexRevision">The revision of the directory that was counted.</param>
/// <param name="KnowledgeVersion">The version of the clinical and insurance tables.</param>
/// <param name="AsOf">The day on which dates were judged.</param>
internal sealed record QualityResponse(
    int Therapists, int Listings, VerifiedListingsResponse VerifiedWithin90Days, IReadOnlyList<FreshnessCountResponse> ListingsByFreshness,
    IReadOnlyList<TierCountResponse> TherapistsByTier, IReadOnlyList<ReviewCountResponse> ReviewsWaiting, IReadOnlyList<ReminderCountResponse> Reminders,
    IReadOnlyList<RegisterResponse> Registers, long IndexRevision, string KnowledgeVersion, DateOnly AsOf);

/// <summary>Listings whose place a source said, or somebody confirmed, within the last 90 days.</summary>
/// <param name="Share">Of all listings, 0 to 1; missing where there is none.</param>
internal sealed record VerifiedListingsResponse(int Listings, double? Share);

internal sealed record FreshnessCountResponse(Freshness Freshness, int Listings);

internal sealed record TierCountResponse(int Tier, int Therapists);

internal sealed record ReviewCountResponse(ReviewKind Kind, int Count);

internal sealed record ReminderCountResponse(ReminderKind Kind, ReminderStage Stage, int Count);

/// <param name="AsOf">The day of which the newest file is true.</param>
/// <param name="Rows">Of the newest whole file.</param>
internal sealed record RegisterResponse(string Name, DateOnly AsOf, int Rows);
