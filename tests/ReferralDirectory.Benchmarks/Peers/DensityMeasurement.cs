using System.Diagnostics;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Peers;

/// <summary>
/// Ten times the listings, and as many as before around every patient: the same country ten times on one globe, five beside each other
/// and five more mirrored in the south. Only what is far away becomes more.
/// </summary>
internal static class DensityMeasurement
{
    public const int Times = Columns * 2;

    private const int Columns = 5;
    private const double DegreesApart = 360.0 / Columns;
    private const int Questions = 5_000;

    public static void Run(DirectorySnapshot demo, int listings, int rounds, PeersTable table)
    {
        var small = LargeWorld.Of(demo, listings);
        var (index, tenfold) = (MatchIndexCompiler.Compile(small), MatchIndexCompiler.Compile(Tenfold(small)));
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var questions = PeerQuestion.Of(index, today, Questions);
        Time(index, questions);
        Time(tenfold, questions);
        var ratios = Enumerable.Range(0, rounds).Select(_ => Time(tenfold, questions) / Time(index, questions)).Order().ToList();
        table.Add($"time of a match at {tenfold.ListingCount:N0} listings, × at {index.ListingCount:N0} of equal density", ratios[rounds / 2], most: 3);
    }

    private static DirectorySnapshot Tenfold(DirectorySnapshot world) => world with
    {
        Therapists = [.. Enumerable.Range(0, Times).SelectMany(copy => world.Therapists.Select(therapist => Moved(therapist, copy, world.Therapists.Length)))],
    };

    private static TherapistProfile Moved(TherapistProfile therapist, int copy, int therapists)
    {
        return therapist with
        {
            Id = new TherapistId(therapist.Id.Value + ((long)copy * therapists)),
            Listings = [.. therapist.Listings.Select(listing => new Listing(listing.Id, listing.Place with { Point = Moved(listing.Place.Point, copy) }))],
        };
    }

    private static GeoPoint Moved(GeoPoint point, int copy)
    {
        var east = point.Longitude + (copy % Columns * DegreesApart);
        return GeoPoint.Create(copy < Columns ? point.Latitude : -point.Latitude, east > 180 ? east - 360 : east);
    }

    private static double Time(MatchIndex index, PeerQuestion[] questions)
    {
        var options = new RankingOptions();
        var started = Stopwatch.GetTimestamp();
        foreach (var question in questions)
            Ranker.Match(index, question.Criteria, options);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
