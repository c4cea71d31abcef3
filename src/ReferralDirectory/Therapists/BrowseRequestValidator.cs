using FluentValidation;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Browsing;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Therapists;

/// <summary>Whether the filters make sense, against the knowledge of the index that will answer.</summary>
internal sealed class BrowseRequestValidator : AbstractValidator<BrowseRequest>
{
    public const int MaxNameLength = 200;
    public const int MaxLimit = 100;
    public const double MaxRadiusMiles = 250;

    public BrowseRequestValidator(MatchIndex index, PlaceTable places)
    {
        var knowledge = index.Knowledge;
        RuleFor(r => r.Near).Must(near => near is null || NearPlace.Find(near, places) is not null)
            .Because("unknown-place", "No such place: write a ZIP code, 'latitude,longitude' or 'City, ST'. See /v1/places.");
        RuleFor(r => r.RadiusMiles).Must(miles => miles is null or (> 0 and <= MaxRadiusMiles)).Because("out-of-range", "Write miles above 0, at most 250.");
        RuleFor(r => r.RadiusMiles).Must((r, miles) => miles is null || r.Near is not null).Because("needs-near", "A radius needs a place: add near.");
        RuleFor(r => r.Insurer).Must(text => text is null || InsurerLookup.Find(knowledge, text) is not null)
            .Because("unknown-insurer", "No insurer, or more than one, goes by this: take an id of /v1/insurers.");
        RuleFor(r => r.Plan).Must((r, _) => r.Plan is null || r.Insurer is not null).Because("needs-insurer", "A plan needs its insurer: add insurer.");
        RuleFor(r => r.Plan).Must((r, plan) => IsPlanOf(r.Insurer, plan, knowledge)).Because("unknown-plan", "The insurer has no such plan: take an id of /v1/insurers/{id}/plans.");
        RuleFor(r => r.Modality).Must(text => text is null || (Code<Modality>.TryParse(text, out var code) && knowledge.Find(code) is not null))
            .Because("unknown-modality", "There is no such modality: take a code of /v1/modalities.");
        RuleFor(r => r.Condition).Must(text => text is null || (Code<Condition>.TryParse(text, out var code) && knowledge.Find(code) is not null))
            .Because("unknown-condition", "There is no such condition: take a code of /v1/conditions.");
        RuleFor(r => r.Icd10).Must(text => text is null || Icd10Code.TryParse(text, out _)).Because("invalid-icd10", "Write an ICD-10-CM code, such as M54.50.");
        RuleFor(r => r.Language).Must(text => text is null || LanguageTag.TryParse(text, out _)).Because("invalid-language", "Write a BCP 47 tag, such as es or es-MX.");
        Word<Gender>(nameof(BrowseRequest.Gender), r => r.Gender);
        Word<CareSetting>(nameof(BrowseRequest.Setting), r => r.Setting);
        Word<AcceptingPatients>(nameof(BrowseRequest.Accepting), r => r.Accepting);
        Word<BrowseSort>(nameof(BrowseRequest.Sort), r => r.Sort);
        RuleFor(r => r.Sort).Must((r, sort) => sort != "distance" || r.Near is not null).Because("needs-near", "A distance needs a place: add near.");
        RuleFor(r => r.MinTier).Must(tier => tier is null or (>= 0 and <= 4)).Because("out-of-range", "Write a tier from 0 to 4.");
        RuleFor(r => r.Npi).Must(text => text is null || Npi.TryParse(text, out _)).Because("invalid-npi", "Write ten digits with a valid check digit.");
        RuleFor(r => r.Q).Must(text => text is null or { Length: <= MaxNameLength }).Because("too-long", "Write at most 200 characters.");
        RuleFor(r => r.Include).Must(IncludedFacts.IsKnown).Because("unknown-value", IncludedFacts.Fix);
        RuleFor(r => r.Limit).Must(limit => limit is null or (>= 1 and <= MaxLimit)).Because("out-of-range", "Write a number from 1 to 100.");
        RuleForEach(r => BrowseMapping.FacetWords(r.Facets)).Must(word => EnumWords.TryParse<BrowseFacet>(word, out _)).OverridePropertyName("Facets")
            .Because("unknown-value", $"Write some of: {string.Join(", ", EnumWords.All<BrowseFacet>())}.");
    }

    private void Word<T>(string name, Func<BrowseRequest, string?> of)
        where T : struct, Enum =>
        RuleFor(r => of(r)).Must(word => word is null || EnumWords.TryParse<T>(word, out _)).OverridePropertyName(name)
            .Because("unknown-value", $"Write one of: {string.Join(", ", EnumWords.All<T>())}.");

    private static bool IsPlanOf(string? insurer, string? plan, KnowledgeTables knowledge) =>
        plan is null || insurer is null || InsurerLookup.Find(knowledge, insurer) is not { } known
        || InsurerLookup.FindPlan(knowledge, known, plan) is not null;
}
