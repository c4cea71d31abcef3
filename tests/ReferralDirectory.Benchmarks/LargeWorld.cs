using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks;

/// <summary>
/// The demonstration's people many times over, each copy up to a tenth of a degree away from the first: as dense where people live, and
/// with the same spread of licences, networks and training, as a national directory of that size. The same count gives the same world.
/// </summary>
internal static class LargeWorld
{
    private const double Spread = .2;

    public static DirectorySnapshot Of(DirectorySnapshot demo, int listings)
    {
        var random = new Random(20261121);
        var therapists = ImmutableArray.CreateBuilder<TherapistProfile>();
        long therapist = 0, listing = 0;
        while (listing < listings)
        {
            foreach (var person in demo.Therapists)
            {
                therapists.Add(person with
                {
                    Id = new TherapistId(++therapist),
                    Listings = [.. person.Listings.Select(place => new Listing(new ListingId(++listing), place.Place with { Point = Near(place.Place.Point, random) }))],
                });
                if (listing >= listings)
                    break;
            }
        }

        return demo with { Therapists = therapists.DrainToImmutable() };
    }

    private static GeoPoint Near(GeoPoint point, Random random) => GeoPoint.Create(
        Math.Clamp(point.Latitude + (Spread * (random.NextDouble() - .5)), -90, 90), Math.Clamp(point.Longitude + (Spread * (random.NextDouble() - .5)), -180, 180));
}
