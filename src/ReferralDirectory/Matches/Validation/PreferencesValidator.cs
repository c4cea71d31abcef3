using FluentValidation;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>Known words, a radius within bounds, and nothing required that was not asked for.</summary>
internal sealed class PreferencesValidator : AbstractValidator<PreferencesRequest>
{
    public const double MaxRadiusMiles = 250;

    private static readonly IReadOnlyList<string> Genders = EnumWords.All<Gender>();
    private static readonly IReadOnlyList<string> Settings = EnumWords.All<CareSetting>();
    private static readonly IReadOnlyList<string> Names = PreferenceNames.All;

    public PreferencesValidator()
    {
        // NaN and infinity, which a command line can hold, fail here too.
        RuleFor(preferences => preferences.RadiusMiles).Must(radius => radius is null or (> 0 and <= MaxRadiusMiles))
            .WithErrorCode("out-of-range").WithMessage($"A radius is more than 0 and at most {MaxRadiusMiles} miles.");
        RuleFor(preferences => preferences.Languages).EachIs(text => LanguageTag.TryParse(text, out _) ? null
            : new Flaw("malformed-language", $"{Flaw.Quote(text)} is not a BCP 47 tag: write es, or zh-Hant."));
        RuleFor(preferences => preferences.TherapistGender).Is(text => VocabularyChecks.OneOf(text, Genders));
        RuleFor(preferences => preferences.Settings).EachIs(text => VocabularyChecks.OneOf(text, Settings));
        RuleFor(preferences => preferences.Required).EachIs(text => VocabularyChecks.OneOf(text, Names));
        RuleFor(preferences => preferences).Custom(CheckRequired);
    }

    private static void CheckRequired(PreferencesRequest preferences, ValidationContext<PreferencesRequest> context)
    {
        var required = preferences.Required ?? [];
        for (var i = 0; i < Math.Min(required.Count, FlawRules.MaxItems); i++)
        {
            if (PreferenceNames.TryParse(required[i], out var preference) && !IsStated(preference, preferences))
            {
                context.ReportMember(
                    $"{nameof(preferences.Required)}[{i}]",
                    new Flaw("required-but-not-stated", $"'{required[i]}' is required, but not asked for: state it, too, a choice of yes or no as true."));
            }
        }
    }

    private static bool IsStated(Preference preference, PreferencesRequest preferences) => preference switch
    {
        Preference.Languages => preferences.Languages is { Count: > 0 },
        Preference.TherapistGender => preferences.TherapistGender is not null,
        Preference.Settings => preferences.Settings is { Count: > 0 },
        Preference.HomeVisit => preferences.HomeVisit == true,
        Preference.EveningHours => preferences.EveningHours == true,
        Preference.WeekendHours => preferences.WeekendHours == true,
        Preference.WheelchairAccessible => preferences.WheelchairAccessible == true,
        _ => throw new ArgumentOutOfRangeException(nameof(preference), preference, "A preference without a member."),
    };
}
