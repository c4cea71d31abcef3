using FluentValidation;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>What a referral means, checked against the tables and the places. All errors are reported at once. Thread-safe.</summary>
internal abstract class ReferralRequestValidator<T> : AbstractValidator<T>
    where T : ReferralRequest
{
    public const int MaxLimit = 100;
    public const int MaxDaysAhead = 365;

    private static readonly IReadOnlyList<string> Audiences = EnumWords.All<Audience>();
    private static readonly IReadOnlyList<string> Sorts = EnumWords.All<SortOrder>();

    private readonly KnowledgeTables knowledge;
    private readonly PlaceTable places;
    private readonly TimeProvider clock;

    protected ReferralRequestValidator(KnowledgeTables knowledge, Icd10Release release, PlaceTable places, TimeProvider clock)
    {
        (this.knowledge, this.places, this.clock) = (knowledge, places, clock);
        var vocabulary = new VocabularyChecks(knowledge, release, clock);
        RuleFor(request => request.Audience).Is(text => VocabularyChecks.OneOf(text, Audiences));
        RuleFor(request => request.Patient.Location).SetValidator(new LocationValidator(places));
        RuleFor(request => request.Patient.Coverage).SetValidator(new CoverageValidator(knowledge, vocabulary));
        RuleFor(request => request.Order).SetValidator(new OrderValidator(vocabulary));
        RuleFor(request => request.Preferences).SetValidator(new PreferencesValidator()!);
        RuleFor(request => request.MinTier).InclusiveBetween(0, VettingAssessment.MaxTier)
            .WithErrorCode("out-of-range").WithMessage($"A vetting tier is 0 to {VettingAssessment.MaxTier}.");
        RuleFor(request => request.Sort).Is(text => VocabularyChecks.OneOf(text, Sorts));
        RuleFor(request => request.Limit).InclusiveBetween(1, MaxLimit).WithErrorCode("out-of-range").WithMessage($"1 to {MaxLimit} therapists are shown.");
        RuleFor(request => request.Include).EachIs(text => VocabularyChecks.OneOf(text, IncludedParts.Names));
        RuleFor(request => request).Custom(CheckOrderIsGiven);
        RuleFor(request => request).Custom(CheckDates);
    }

    private static void CheckOrderIsGiven(T request, ValidationContext<T> context)
    {
        var byPhysician = request.Audience is null || request.Audience == EnumWords.Of(Audience.Physician);
        if (byPhysician && request.Order is { Diagnoses: null or { Count: 0 }, Conditions: null or { Count: 0 }, Modalities: null or { Count: 0 } })
        {
            context.ReportMember(
                nameof(request.Order), new Flaw("empty-order", "A physician's order names at least one diagnosis, condition or modality."));
        }
    }

    /// <summary>Which day is today is known only where the place is.</summary>
    private void CheckDates(T request, ValidationContext<T> context)
    {
        if (PatientPlace.Find(request.Patient.Location, places) is not { } place)
            return;
        var today = knowledge.DayIn(place.State, clock.GetUtcNow());
        if (request.ServiceDate is { } day && (day < today || day > today.AddDays(MaxDaysAhead)))
        {
            context.ReportMember(
                nameof(request.ServiceDate),
                new Flaw("out-of-range", $"The service date lies between {today:yyyy-MM-dd}, today, and {today.AddDays(MaxDaysAhead):yyyy-MM-dd}."));
        }

        if (request.Order.PrescribedOn > today)
        {
            context.ReportMember(
                $"{nameof(request.Order)}.{nameof(request.Order.PrescribedOn)}", new Flaw("in-the-future", $"Today is {today:yyyy-MM-dd}: an order cannot be newer."));
        }
    }
}

internal sealed class MatchRequestValidator : ReferralRequestValidator<MatchRequest>
{
    private static readonly IReadOnlyList<string> Totals = EnumWords.All<TotalCount>();

    public MatchRequestValidator(KnowledgeTables knowledge, Icd10Release release, PlaceTable places, TimeProvider clock)
        : base(knowledge, release, places, clock) => RuleFor(request => request.Total).Is(text => VocabularyChecks.OneOf(text, Totals));
}

internal sealed class ExplainRequestValidator : ReferralRequestValidator<ExplainRequest>
{
    public ExplainRequestValidator(KnowledgeTables knowledge, Icd10Release release, PlaceTable places, TimeProvider clock)
        : base(knowledge, release, places, clock) =>
        RuleFor(request => request.TherapistId)!.Is(text => TherapistId.TryParse(text, out var _) ? null
            : new Flaw("malformed-id", $"{Flaw.Quote(text)} is not a therapist's id: they read thr_00001a."));
}
