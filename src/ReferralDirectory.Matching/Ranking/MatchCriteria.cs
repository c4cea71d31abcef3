using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>A referral as the matcher needs it: every code known to the knowledge tables, every default filled in.</summary>
public sealed record MatchCriteria
{
    public required Audience Audience { get; init; }
    public required GeoPoint Place { get; init; }

    /// <summary>The state whose licence a home visit needs, and whose clock says which day it is.</summary>
    public required StateCode PatientState { get; init; }

    public required Coverage Coverage { get; init; }
    public required Order Order { get; init; }
    public Preferences Preferences { get; init; } = new();

    /// <summary>0 … 4; null: the audience's default.</summary>
    public int? MinTier { get; init; }

    public SortOrder Sort { get; init; } = SortOrder.Score;

    /// <summary>Today in the patient's state: ages, tiers and decays are counted from it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>The day of the first session: gates hold on it. From <see cref="AsOf"/> to 365 days later.</summary>
    public required DateOnly ServiceDate { get; init; }

    /// <summary>How many results are wanted, 1 … 100.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Count who passes each gate?</summary>
    public bool WithFunnel { get; init; } = true;

    public bool WithRelaxations { get; init; } = true;

    /// <summary>Count all who are eligible? Without, a search looks only where the best may be. See <see cref="CountsTotal"/>.</summary>
    public bool WithTotal { get; init; } = true;

    /// <summary>The funnel ends with the total, and relaxations add to it.</summary>
    public bool CountsTotal => WithTotal || WithFunnel || WithRelaxations;
}

public sealed record Coverage(CoverageKind Kind, Code<Insurer>? Insurer = null, Code<Plan>? Plan = null);

/// <summary>Two that say the same, in the same order, are equal.</summary>
public sealed record Order
{
    /// <summary>The first is the primary diagnosis.</summary>
    public ImmutableArray<Diagnosis> Diagnoses { get; init; } = [];

    /// <summary>Only those that the physician insists on.</summary>
    public ImmutableArray<Code<Modality>> Modalities { get; init; } = [];

    /// <summary>Null: screening was not answered. <see cref="ScreeningAnswer.None"/> alone: none applies.</summary>
    public ImmutableArray<string>? ScreeningAnswers { get; init; }

    /// <summary><c>advised-against</c>: the physician knows and insists.</summary>
    public bool AcknowledgesAdvisedAgainst { get; init; }

    public bool Equals(Order? other) =>
        other is not null
        && AcknowledgesAdvisedAgainst == other.AcknowledgesAdvisedAgainst
        && AreSame(Diagnoses, other.Diagnoses)
        && AreSame(Modalities, other.Modalities)
        && ScreeningAnswers.HasValue == other.ScreeningAnswers.HasValue
        && AreSame(ScreeningAnswers.GetValueOrDefault(), other.ScreeningAnswers.GetValueOrDefault());

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var diagnosis in Diagnoses.AsSpan())
            hash.Add(diagnosis);
        foreach (var modality in Modalities.AsSpan())
            hash.Add(modality);
        foreach (var answer in ScreeningAnswers.GetValueOrDefault().AsSpan())
            hash.Add(answer, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    private static bool AreSame<T>(ImmutableArray<T> one, ImmutableArray<T> other) => one.IsDefault == other.IsDefault && one.AsSpan().SequenceEqual(other.AsSpan());
}

/// <summary>An ICD-10-CM code, or a condition of the tables named as such. Exactly one is set.</summary>
public sealed record Diagnosis(Icd10Code? Code, Code<Condition>? Condition)
{
    public static Diagnosis Of(Icd10Code code) => new(code, null);

    public static Diagnosis Of(Code<Condition> condition) => new(null, condition);

    public override string ToString() => Code?.ToString() ?? Condition?.ToString() ?? "";
}

/// <summary>What the caller would like. Soft, unless named in <see cref="Required"/>.</summary>
public sealed record Preferences
{
    /// <summary>Null: the smallest step of the ladder with enough eligible therapists.</summary>
    public Miles? Radius { get; init; }

    /// <summary>BCP 47 tags; any one of them serves.</summary>
    public ImmutableArray<string> Languages { get; init; } = [];

    public Gender? TherapistGender { get; init; }

    /// <summary>Any one of them serves.</summary>
    public ImmutableArray<CareSetting> Settings { get; init; } = [];

    /// <summary>True: at home is preferred. False: no home visits. Null: either.</summary>
    public bool? HomeVisit { get; init; }

    public bool EveningHours { get; init; }
    public bool WeekendHours { get; init; }
    public bool WheelchairAccessible { get; init; }
    public ImmutableArray<Preference> Required { get; init; } = [];
}

public enum Preference { Languages, TherapistGender, Settings, HomeVisit, EveningHours, WeekendHours, WheelchairAccessible }
