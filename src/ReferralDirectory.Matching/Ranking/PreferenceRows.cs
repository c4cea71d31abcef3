using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Ranking.Rules;

namespace ReferralDirectory.Matching.Ranking;

/// <summary>The listings of a block at which a preference holds; what <see cref="PreferencesRule.Holds"/> says of each.</summary>
internal static class PreferenceRows
{
    /// <summary>Sets the bits. Whether a visit is at home is the candidate's own: that preference has no row.</summary>
    public static void Fill(Preference preference, BlockView view, Preferences wanted, Span<ulong> row)
    {
        switch (preference)
        {
            case Preference.Languages:
                foreach (var language in wanted.Languages)
                    Bits.Or(row, view.Fixed.Speaking(PreferencesRule.PrimarySubtag(language)));
                break;
            case Preference.TherapistGender when wanted.TherapistGender is { } gender:
                Bits.Or(row, view.Fixed.OfGender(gender));
                break;
            case Preference.Settings:
                foreach (var setting in wanted.Settings)
                    Bits.Or(row, view.Fixed.OfSetting(setting));
                break;
            case Preference.EveningHours:
                Bits.Or(row, view.Fixed.EveningHours);
                break;
            case Preference.WeekendHours:
                Bits.Or(row, view.Fixed.WeekendHours);
                break;
            case Preference.WheelchairAccessible:
                Bits.Or(row, view.Fixed.WheelchairAccessible);
                break;
        }
    }
}
