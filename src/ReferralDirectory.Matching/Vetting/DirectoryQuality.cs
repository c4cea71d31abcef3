using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>How fresh and how far checked the whole directory is on one day. Counts only.</summary>
/// <param name="Therapists">With at least one listing.</param>
/// <param name="ListingsByFreshness">By the date of the place: address, telephone and hours are said and confirmed together.</param>
/// <param name="TherapistsByTier">Each at the highest tier among the states of the listings; the place in the list is the tier.</param>
public sealed record DirectoryQuality(
    int Therapists, int Listings, ImmutableArray<int> ListingsByFreshness, ImmutableArray<int> TherapistsByTier, ImmutableArray<ReminderCount> Reminders)
{
    /// <summary>Listings that a source attested or somebody confirmed within the last 90 days.</summary>
    public int VerifiedListings => ListingsByFreshness[(int)Freshness.Current];

    public static DirectoryQuality Of(IEnumerable<TherapistProfile> therapists, KnowledgeTables knowledge, DateOnly today)
    {
        var (listed, listings) = (0, 0);
        var freshness = new int[Enum.GetValues<Freshness>().Length];
        var tiers = new int[VettingAssessment.MaxTier + 1];
        var reminders = new Dictionary<(ReminderKind Kind, ReminderStage Stage), int>();
        foreach (var therapist in therapists)
        {
            foreach (var reminder in DueList.On(today, therapist))
                reminders[(reminder.Kind, reminder.Stage)] = reminders.GetValueOrDefault((reminder.Kind, reminder.Stage)) + 1;
            if (therapist.Listings.IsEmpty)
                continue;
            listed++;
            listings += therapist.Listings.Length;
            foreach (var listing in therapist.Listings)
                freshness[(int)FactClock.FreshnessOf(FactKind.Address, listing.Place.From.AsOf, today)]++;
            tiers[therapist.Listings.Select(listing => listing.Place.Address.State).Distinct()
                .Max(state => TierAssessor.Assess(therapist, state, today, knowledge).Tier)]++;
        }

        return new DirectoryQuality(
            listed, listings, [.. freshness], [.. tiers],
            [.. reminders.OrderBy(pair => pair.Key).Select(pair => new ReminderCount(pair.Key.Kind, pair.Key.Stage, pair.Value))]);
    }
}

public sealed record ReminderCount(ReminderKind Kind, ReminderStage Stage, int Count);
