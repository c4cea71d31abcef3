using ReferralDirectory.Matching.Profiles;

namespace ReferralDirectory.Matching.Packing;

/// <summary>What packed profiles name by a number, because many of them repeat it: an index and those that follow it share one.</summary>
internal sealed class SharedParts
{
    /// <summary>Codes, cities, ZIPs, titles, languages: never what belongs to one person.</summary>
    public SharedValues<string> Words { get; } = new();

    public SharedValues<Provenance> Provenances { get; } = new();
}
