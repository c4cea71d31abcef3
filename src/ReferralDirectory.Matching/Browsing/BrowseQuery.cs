using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Browsing;

/// <summary>A look through the directory without an order: filters only, no screening, no score. Null: does not filter.</summary>
public sealed record BrowseQuery
{
    public GeoPoint? Near { get; init; }

    /// <summary>Inclusive. Counts only together with <see cref="Near"/>.</summary>
    public Miles Radius { get; init; } = DefaultRadius;

    public Code<Insurer>? Insurer { get; init; }

    /// <summary>A plan of <see cref="Insurer"/>.</summary>
    public Code<Plan>? Plan { get; init; }

    public Code<Modality>? Modality { get; init; }

    /// <summary>Offers a modality that the indication rows support for these, read as strictly as for an order. Empty: nobody fits. Null: does not filter.</summary>
    public ImmutableArray<Code<Condition>>? Conditions { get; init; }

    /// <summary>A BCP 47 tag: <c>es</c> is spoken by whoever speaks <c>es-MX</c>.</summary>
    public string? Language { get; init; }

    public Gender? Gender { get; init; }
    public CareSetting? Setting { get; init; }
    public AcceptingPatients? Accepting { get; init; }

    /// <summary>Judged in the state of the listing.</summary>
    public int MinTier { get; init; }

    public Npi? Npi { get; init; }

    /// <summary>Beginnings of the words of a name, in any order, without regard to case and accents.</summary>
    public string? Name { get; init; }

    /// <summary>Also places of which nobody has said anything for about a year, and what was said of new patients so long ago.</summary>
    public bool IncludesStale { get; init; }

    public BrowseSort Sort { get; init; } = BrowseSort.Name;

    /// <summary>Today: network facts and tiers are judged on it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>1 … 100.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The last row of the page before.</summary>
    public BrowseKey? After { get; init; }

    public ImmutableArray<BrowseFacet> Facets { get; init; } = [];

    public static Miles DefaultRadius { get; } = new(25);

    internal AcceptingPatients AcceptingAt(PracticePlace place) => IncludesStale ? place.Accepting.Value : FactClock.AcceptingOn(place, AsOf);
}

/// <summary>Distance needs <see cref="BrowseQuery.Near"/>. Ties are broken by the therapist's id.</summary>
public enum BrowseSort { Distance, Name }

public enum BrowseFacet { Modality, Insurer, Language, Gender, Setting, Accepting, Tier }
