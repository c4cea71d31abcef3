using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>The small parts of which sentences are made.</summary>
internal static class Phrases
{
    public static string Of(Miles distance) => new Sentence().Say($"{distance}").ToString();

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IEnumerable<string> parts) => parts.ToArray() switch
    {
        [] => "",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    public static string Capitalized(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    public static string Of(FactMethod method) => method switch
    {
        FactMethod.PrimarySource => "the primary source",
        FactMethod.InsurerFile => "the insurer's file",
        FactMethod.Organization => "the therapist's organisation",
        FactMethod.SelfReported => "the therapist's own word",
        FactMethod.PublicReport => "a public report",
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "A method without words."),
    };

    public static string Of(Preference preference) => preference switch
    {
        Preference.Languages => "a language that was asked for",
        Preference.TherapistGender => "the therapist's gender",
        Preference.Settings => "a setting that was asked for",
        Preference.HomeVisit => "home visits",
        Preference.EveningHours => "evening hours",
        Preference.WeekendHours => "weekend hours",
        Preference.WheelchairAccessible => "wheelchair access",
        _ => throw new ArgumentOutOfRangeException(nameof(preference), preference, "A preference without words."),
    };

    public static string Of(VettingGap gap) => gap switch
    {
        VettingGap.IdentityInConflict => "another person uses the same identifier",
        VettingGap.IdentifierMissing => "an NPI or a licence number",
        VettingGap.LicenceNotConfirmed => "an active licence confirmed at its board",
        VettingGap.LicenceCheckStale => "a licence check within 120 days",
        VettingGap.ExclusionNotChecked => "a check of the federal exclusion list",
        VettingGap.ExclusionCheckStale => "an exclusion check within 31 days",
        VettingGap.LiabilityCoverNotStated => "liability cover",
        VettingGap.HoursUnknown => "known training hours",
        VettingGap.HoursBelowStateMinimum => "the state's minimum of training hours",
        VettingGap.HoursBelow600 => "600 documented training hours",
        VettingGap.BoardCertificationOr750Hours => "board certification or 750 documented hours",
        VettingGap.SpecialtyCredential => "a confirmed specialty credential that fits the order",
        _ => throw new ArgumentOutOfRangeException(nameof(gap), gap, "A gap without words."),
    };

    public static string NameOf(this KnowledgeTables knowledge, Code<Modality> code) => knowledge.Find(code)?.Name ?? code.Value;

    public static string NameOf(this KnowledgeTables knowledge, Code<Insurer> id) => knowledge.Find(id)?.Name ?? id.Value;

    public static string NameOf(this KnowledgeTables knowledge, Code<Network> id) => knowledge.Find(id)?.Name ?? id.Value;

    public static string NameOf(this KnowledgeTables knowledge, Code<Credential> code) => knowledge.Find(code)?.Name ?? code.Value;

    /// <summary>A condition by its name; a code as it is.</summary>
    public static string NameOf(this KnowledgeTables knowledge, Diagnosis diagnosis) =>
        diagnosis.Condition is { } condition ? knowledge.Find(condition)?.Name ?? condition.Value : diagnosis.ToString();
}
