using ReferralDirectory.Geocoding;
using ReferralDirectory.Matches.Sentences;
using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Screening;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Responses;

/// <summary>From the matcher's numbers and codes to what a caller reads. Nothing is computed here but units.</summary>
internal static class ResponseMapping
{
    public static MatchResponse ToResponse(this MatchAnswer answer, PlacedCriteria asked, MatchContext world) => new()
    {
        Screening = ToResponse(answer.Screening, world.Knowledge),
        Total = answer.Total,
        Results = [.. answer.Results.Select(hit => ResultMapping.ToResult(hit, answer.Screening, asked.Included, world))],
        Funnel = asked.Included.Funnel ? [.. answer.Funnel.Select(ToResponse)] : null,
        Relaxations = asked.Included.Relaxations ? [.. answer.Relaxations.Select(relaxation => ToResponse(relaxation, world.Knowledge))] : null,
        RadiusMiles = answer.Radius?.Value,
        RadiusChosen = answer.RadiusChosen,
        MinTier = answer.MinTier,
        Sort = EnumWords.Of(asked.Criteria.Sort),
        Geocode = ToResponse(asked.Place),
        Synthetic = answer.Results.Any(hit => hit.Therapist.Synthetic),
        ServiceDate = asked.Criteria.ServiceDate,
        RulesetVersion = RulesetVersion.Of(world.Ranking),
        KnowledgeVersion = world.Knowledge.Version,
        IndexRevision = world.Index.Revision,
        AsOf = asked.Criteria.AsOf,
    };

    public static ExplainResponse ToResponse(this TherapistExplanation explanation, string therapistId, bool synthetic, PlacedCriteria asked, MatchContext world) => new()
    {
        Screening = ToResponse(explanation.Screening, world.Knowledge),
        TherapistId = therapistId,
        Eligible = explanation.Hit is not null,
        Result = explanation.Hit is { } hit ? ResultMapping.ToResult(hit, explanation.Screening, asked.Included, world) : null,
        Gates = [.. explanation.Gates.Select(gate => ResultMapping.ToResponse(gate, world.Knowledge))],
        FirstFailed = explanation.FirstFailed is { } failed ? ResultMapping.ToResponse(failed, world.Knowledge) : null,
        WhatWouldChangeIt = [.. explanation.WhatWouldChangeIt.Select(change => ToChange(change, world.Knowledge))],
        Summary = ExplanationSentence.Of(explanation, world.Knowledge),
        Total = explanation.Total,
        RadiusMiles = explanation.Radius?.Value,
        Geocode = ToResponse(asked.Place),
        Synthetic = synthetic,
        ServiceDate = asked.Criteria.ServiceDate,
        RulesetVersion = RulesetVersion.Of(world.Ranking),
        KnowledgeVersion = world.Knowledge.Version,
        IndexRevision = world.Index.Revision,
        AsOf = asked.Criteria.AsOf,
    };

    public static ScreeningResponse ToResponse(ScreeningResult screening, KnowledgeTables knowledge) => new()
    {
        Outcome = EnumWords.Of(screening.Outcome),
        Findings = [.. screening.Findings.Select(finding => ToResponse(finding, knowledge))],
        StruckOut = screening.StruckOut.IsEmpty ? null : [.. screening.StruckOut.Select(modality => modality.Value)],
        Requirements = screening.Requirements.IsEmpty
            ? null : [.. screening.Requirements.Select(row => new RequirementResponse(row.Code, row.Name, row.Text, knowledge.CitationOf(row.Source)))],
    };

    private static FindingResponse ToResponse(Finding finding, KnowledgeTables knowledge) => new()
    {
        Code = finding.Code,
        Level = EnumWords.Of(finding.Level),
        Scope = EnumWords.Of(finding.Scope),
        Modalities = finding.Modalities.IsEmpty ? null : [.. finding.Modalities.Select(modality => modality.Value)],
        Site = finding.Site,
        TriggeredBy = finding.TriggeredBy,
        Text = FindingSentences.Of(finding),
        Source = finding.Source is null ? null : knowledge.CitationOf(finding.Source),
    };

    /// <summary>The gate, and what is counted there.</summary>
    public static (string Gate, string Unit) NamesOf(FunnelStep step) =>
        step.Gate is { } gate ? (EnumWords.Of(gate), "candidate") : ("best-per-therapist", "therapist");

    private static FunnelStepResponse ToResponse(FunnelStep step)
    {
        var (gate, unit) = NamesOf(step);
        return new FunnelStepResponse(gate, unit, step.In, step.Out);
    }

    public static RelaxationResponse ToResponse(Relaxation relaxation, KnowledgeTables knowledge)
    {
        var (change, to) = Change(relaxation);
        return new RelaxationResponse(change, to, relaxation.Adds, RelaxationSentences.Of(relaxation, knowledge));
    }

    private static ChangeResponse ToChange(Relaxation relaxation, KnowledgeTables knowledge)
    {
        var (change, to) = Change(relaxation);
        return new ChangeResponse(change, to, RelaxationSentences.Change(relaxation, knowledge) + ".");
    }

    private static (string Change, object To) Change(Relaxation relaxation) => relaxation switch
    {
        { Kind: RelaxationKind.RadiusMiles, Radius: { } radius } => ("radiusMiles", radius.Value),
        { Kind: RelaxationKind.InsurerWide } => ("plan", "insurer-wide"),
        { Kind: RelaxationKind.MinTier, MinTier: { } tier } => ("minTier", tier),
        { Kind: RelaxationKind.Modality, Modality: { } modality } => ("modality", modality.Value),
        { Kind: RelaxationKind.Preference, Preference: { } preference } => ("preference", PreferenceNames.Of(preference)),
        _ => throw new ArgumentOutOfRangeException(nameof(relaxation), relaxation.Kind, "A change without its value."),
    };

    public static GeocodeResponse ToResponse(Place place) => new(EnumWords.Of(place.Precision), Math.Round(place.Uncertainty.Value, 1));
}
