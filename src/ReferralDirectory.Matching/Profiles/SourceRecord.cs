using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>What one organisation said of one member, whole, on one day. A newer one of the same member replaces it.</summary>
public sealed record SourceRecord
{
    public required Code<Organization> Organization { get; init; }

    /// <summary>The organisation's own key of the member, unique within it.</summary>
    public required string MemberKey { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>An invented person of the demonstration data.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>The organisation is a public register: whoever stands in it is not its member.</summary>
    public bool IsOfRegister { get; init; }

    public required PersonName Name { get; init; }

    /// <summary>A former or professional name: whoever is on an exclusion list may be there under it.</summary>
    public PersonName? OtherName { get; init; }

    public Npi? Npi { get; init; }

    /// <summary>Restricted: it tells namesakes apart and is never published.</summary>
    public DateOnly? BirthDate { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>BCP 47 tags.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    public string? Email { get; init; }
    public string? Website { get; init; }

    /// <summary>Hours of massage education as the organisation states them: they may lower a tier, never lift one.</summary>
    public int? StatedTrainingHours { get; init; }

    /// <summary>Liability cover stated by the organisation; null: nothing said.</summary>
    public bool? LiabilityCover { get; init; }

    public required Membership Membership { get; init; }
    public ImmutableArray<Licence> Licences { get; init; } = [];
    public ImmutableArray<Certification> Certifications { get; init; } = [];
    public ImmutableArray<OfferedModality> Modalities { get; init; } = [];
    public ImmutableArray<NetworkFact> Networks { get; init; } = [];
    public ImmutableArray<PracticePlace> Places { get; init; } = [];
}
