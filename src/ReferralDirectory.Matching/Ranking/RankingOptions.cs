using System.ComponentModel.DataAnnotations;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The published weights and constants of the ranking. Weights are whole points and add up to 100 for each audience.</summary>
public sealed class RankingOptions
{
    /// <summary>Default: 25, 25, 15, 10, 10, 10, 5.</summary>
    public RuleWeights Physician { get; init; } = new()
    {
        ModalityFit = 25,
        Vetting = 25,
        NetworkEvidence = 15,
        Distance = 10,
        Availability = 10,
        Record = 10,
        Preferences = 5,
    };

    /// <summary>Default: 20, 20, 15, 25, 10, 0, 10.</summary>
    public RuleWeights Patient { get; init; } = new()
    {
        ModalityFit = 20,
        Vetting = 20,
        NetworkEvidence = 15,
        Distance = 25,
        Availability = 10,
        Record = 0,
        Preferences = 10,
    };

    /// <summary>The tier below which nobody is shown to a physician. Default 2.</summary>
    [Range(0, 4)]
    public int PhysicianMinTier { get; init; } = 2;

    /// <summary>The tier below which nobody is shown to a patient. Default 1.</summary>
    [Range(0, 4)]
    public int PatientMinTier { get; init; } = 1;

    /// <summary>The distance at which the distance rule gives one half, in miles. Default 8.</summary>
    [Range(0.1, 250)]
    public double HalfDistanceMiles { get; init; } = 8;

    public RuleWeights WeightsFor(Audience audience) => audience == Audience.Physician ? Physician : Patient;

    public int MinTierFor(Audience audience) => audience == Audience.Physician ? PhysicianMinTier : PatientMinTier;
}

/// <summary>One weight per rule, in points.</summary>
public sealed class RuleWeights
{
    [Range(0, 100)] public required int ModalityFit { get; init; }
    [Range(0, 100)] public required int Vetting { get; init; }
    [Range(0, 100)] public required int NetworkEvidence { get; init; }
    [Range(0, 100)] public required int Distance { get; init; }
    [Range(0, 100)] public required int Availability { get; init; }
    [Range(0, 100)] public required int Record { get; init; }
    [Range(0, 100)] public required int Preferences { get; init; }

    public int Total => ModalityFit + Vetting + NetworkEvidence + Distance + Availability + Record + Preferences;
}
