using System.Collections.Immutable;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches;

/// <summary>A validated request as the matcher needs it, and where the patient was placed.</summary>
internal sealed record PlacedCriteria(MatchCriteria Criteria, Place Place, IncludedParts Included);

/// <summary>Turns a validated request into criteria: every default filled in, every word resolved.</summary>
internal static class MatchCriteriaFactory
{
    public const int DefaultLimit = 10;

    public static PlacedCriteria Create(ReferralRequest request, MatchContext world)
    {
        var place = PatientPlace.Find(request.Patient.Location, world.Places) ?? throw NotValidated(nameof(request.Patient.Location));
        var asOf = world.TodayIn(place.State);
        var included = IncludedParts.Of(request.Include);
        return new PlacedCriteria(
            new MatchCriteria
            {
                Audience = request.Audience is null ? Audience.Physician : Word<Audience>(request.Audience),
                Place = place.Point,
                PatientState = place.State,
                Coverage = CoverageOf(request.Patient.Coverage, world.Knowledge),
                Order = OrderOf(request.Order),
                Preferences = PreferencesOf(request.Preferences ?? new PreferencesRequest()),
                MinTier = request.MinTier,
                Sort = request.Sort is null ? SortOrder.Score : Word<SortOrder>(request.Sort),
                AsOf = asOf,
                ServiceDate = request.ServiceDate ?? asOf,
                Limit = request.Limit ?? DefaultLimit,
                WithFunnel = included.Funnel,
                WithRelaxations = included.Relaxations,
                WithTotal = request is not MatchRequest { Total: { } total } || Word<TotalCount>(total) == TotalCount.Accurate,
            },
            place,
            included);
    }

    private static Coverage CoverageOf(CoverageRequest request, KnowledgeTables knowledge)
    {
        var kind = request.Kind is null ? CoverageKind.HealthPlan : Word<CoverageKind>(request.Kind);
        if (request.Insurer is null)
            return new Coverage(kind);
        var insurer = InsurerLookup.FindAll(knowledge, request.Insurer) is [var one] ? one : throw NotValidated(nameof(request.Insurer));
        var plan = request.Plan is null ? null : InsurerLookup.FindPlan(knowledge, insurer, request.Plan) ?? throw NotValidated(nameof(request.Plan));
        return new Coverage(kind, insurer.Id, plan?.Id);
    }

    private static Order OrderOf(OrderRequest request) => new()
    {
        Diagnoses =
        [
            .. Each(request.Diagnoses, text => Icd10Code.TryParse(text, out var code) ? Diagnosis.Of(code) : throw NotValidated(nameof(request.Diagnoses))),
            .. Each(request.Conditions, text => Diagnosis.Of(Code<Condition>.Parse(text))),
        ],
        Modalities = Each(request.Modalities, Code<Modality>.Parse),
        ScreeningAnswers = request.Screening is null ? null : Each(request.Screening.Answers, answer => answer),
        AcknowledgesAdvisedAgainst = request.Acknowledged is { Count: > 0 },
    };

    private static Preferences PreferencesOf(PreferencesRequest request) => new()
    {
        Radius = request.RadiusMiles is { } radius ? new Miles(radius) : null,
        Languages = Each(request.Languages, tag => tag),
        TherapistGender = request.TherapistGender is null ? null : Word<Gender>(request.TherapistGender),
        Settings = Each(request.Settings, Word<CareSetting>),
        HomeVisit = request.HomeVisit,
        EveningHours = request.EveningHours ?? false,
        WeekendHours = request.WeekendHours ?? false,
        WheelchairAccessible = request.WheelchairAccessible ?? false,
        Required = Each(request.Required, text => PreferenceNames.TryParse(text, out var preference) ? preference : throw NotValidated(nameof(request.Required))),
    };

    /// <summary>Said twice counts once: the first place is kept.</summary>
    private static ImmutableArray<T> Each<T>(IReadOnlyList<string>? texts, Func<string, T> read) => [.. (texts ?? []).Select(read).Distinct()];

    private static T Word<T>(string text)
        where T : struct, Enum => EnumWords.TryParse<T>(text, out var value) ? value : throw NotValidated(typeof(T).Name);

    private static InvalidOperationException NotValidated(string what) => new($"{what} reached the matcher without being validated.");
}
