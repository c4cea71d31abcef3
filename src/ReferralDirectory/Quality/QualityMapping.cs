using ReferralDirectory.Matching.Vetting;

namespace ReferralDirectory.Quality;

/// <summary>Counts of the directory into the API's answer.</summary>
internal static class QualityMapping
{
    public static QualityResponse ToResponse(
        this DirectoryQuality quality, IReadOnlyList<ReviewCountResponse> reviews, IReadOnlyList<RegisterResponse> registers, long revision, string knowledgeVersion, DateOnly today) => new(
            quality.Therapists,
            quality.Listings,
            new VerifiedListingsResponse(
                quality.VerifiedListings, quality.Listings == 0 ? null : Math.Round((double)quality.VerifiedListings / quality.Listings, 4)),
            [.. quality.ListingsByFreshness.Select((listings, freshness) => new FreshnessCountResponse((Freshness)freshness, listings))],
            [.. quality.TherapistsByTier.Select((therapists, tier) => new TierCountResponse(tier, therapists))],
            reviews,
            [.. quality.Reminders.Select(count => new ReminderCountResponse(count.Kind, count.Stage, count.Count))],
            registers,
            revision,
            knowledgeVersion,
            today);
}
