using System.Collections.Immutable;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Ranking.Rules;

/// <summary>The share of the stated, not required preferences that hold; 1 when none is stated. What a source does not say does not hold.</summary>
internal static class PreferencesRule
{
    public static readonly ImmutableArray<Preference> Every = [.. Enum.GetValues<Preference>()];

    private static readonly PreferenceEvidence NoneStated = new([], []);

    public static int Raw(in Candidate candidate, MatchQuery query)
    {
        int stated = 0, held = 0;
        foreach (var preference in Every)
        {
            if (!IsSoft(preference, query.Criteria.Preferences))
                continue;
            stated++;
            held += Holds(preference, candidate, query) ? 1 : 0;
        }

        return Raw(held, stated);
    }

    public static int Raw(int held, int stated) => stated == 0 ? Millionths.One : (int)((long)Millionths.One * held / stated);

    public static RuleScore Explain(in Candidate candidate, MatchQuery query)
    {
        var evidence = EvidenceOf(query.SoftPreferences, candidate, query);
        return new RuleScore(RuleId.Preferences, Raw(evidence.Held.Length, evidence.Stated.Length), query.Weights.Preferences, evidence);
    }

    /// <summary>Which of some preferences hold.</summary>
    public static PreferenceEvidence EvidenceOf(ImmutableArray<Preference> stated, in Candidate candidate, MatchQuery query)
    {
        if (stated.IsEmpty)
            return NoneStated;
        var held = ImmutableArray.CreateBuilder<Preference>(stated.Length);
        foreach (var preference in stated)
        {
            if (Holds(preference, candidate, query))
                held.Add(preference);
        }

        return new PreferenceEvidence(stated, held.ToImmutable());
    }

    public static bool Holds(Preference preference, in Candidate candidate, MatchQuery query)
    {
        var wanted = query.Criteria.Preferences;
        return preference switch
        {
            Preference.Languages => Speaks(candidate, wanted.Languages),
            Preference.TherapistGender => candidate.Therapist.Gender is { } gender && gender.Value == wanted.TherapistGender,
            Preference.Settings => candidate.Place.Setting is { } setting && wanted.Settings.Contains(setting),
            Preference.HomeVisit => candidate.Mode == VisitMode.HomeVisit,
            Preference.EveningHours => candidate.Place.EveningHours == true,
            Preference.WeekendHours => candidate.Place.WeekendHours == true,
            Preference.WheelchairAccessible => candidate.Place.WheelchairAccessible == true,
            _ => throw new ArgumentOutOfRangeException(nameof(preference), preference, null),
        };
    }

    /// <summary>Was anything said about it?</summary>
    public static bool IsStated(Preference preference, Preferences wanted) => preference switch
    {
        Preference.Languages => !wanted.Languages.IsEmpty,
        Preference.TherapistGender => wanted.TherapistGender is not null,
        Preference.Settings => !wanted.Settings.IsEmpty,
        Preference.HomeVisit => wanted.HomeVisit == true,
        Preference.EveningHours => wanted.EveningHours,
        Preference.WeekendHours => wanted.WeekendHours,
        Preference.WheelchairAccessible => wanted.WheelchairAccessible,
        _ => throw new ArgumentOutOfRangeException(nameof(preference), preference, null),
    };

    /// <summary>Stated, and not required.</summary>
    public static bool IsSoft(Preference preference, Preferences wanted) => IsStated(preference, wanted) && !wanted.Required.Contains(preference);

    /// <summary>"es" is spoken by who speaks "es-MX", and the other way round: what comes before the hyphen counts.</summary>
    private static bool Speaks(in Candidate candidate, ImmutableArray<string> wanted)
    {
        foreach (var spoken in candidate.Therapist.Languages)
        {
            foreach (var language in wanted)
            {
                if (PrimarySubtag(spoken.Value).Equals(PrimarySubtag(language), StringComparison.OrdinalIgnoreCase))
                    return true;
            }
        }

        return false;
    }

    public static ReadOnlySpan<char> PrimarySubtag(string tag)
    {
        var hyphen = tag.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 ? tag : tag.AsSpan(0, hyphen);
    }
}
