using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Vocabularies;

/// <summary>The clinical tables as they decide, each row with its source.</summary>
/// <param name="Version">Two equal versions hold the same rows.</param>
/// <param name="Notice">What these tables are and are not.</param>
internal sealed record KnowledgeResponse(
    string Version, string Notice, IReadOnlyList<KnowledgeSource> Sources, IReadOnlyList<IndicationResponse> Indications,
    IReadOnlyList<ScreeningRowResponse> Screening, IReadOnlyList<ScreeningAnswer> ScreeningAnswers, IReadOnlyList<CredentialResponse> Credentials,
    IReadOnlyList<CredentialRequirementResponse> CredentialRequirements, IReadOnlyList<StateRuleResponse> StateRules);

/// <param name="Grade">A to D; missing unless the direction is benefit.</param>
/// <param name="FromGroup">Written for the modality's whole group.</param>
/// <param name="Sureness">Whether the primary text was read.</param>
internal sealed record IndicationResponse(
    string Condition, string Modality, IndicationDirection Direction, string? Grade, string? Limits, bool FromGroup, string Source, Sureness Sureness,
    DateOnly EffectiveFrom);

internal sealed record ScreeningRowResponse(
    string Code, FindingLevel Level, FindingScope Scope, IReadOnlyList<string> Icd10Prefixes, string SeventhCharacters, IReadOnlyList<string> Answers,
    IReadOnlyList<string> Modalities, string? Site, string Text, string Source, Sureness Sureness, DateOnly EffectiveFrom);

internal sealed record CredentialResponse(
    string Code, string Name, string Issuer, CredentialKind Kind, IReadOnlyList<string> Modalities, int? MinimumHours, int? RenewYears, string Source,
    Sureness Sureness);

internal sealed record CredentialRequirementResponse(
    string Code, string Name, IReadOnlyList<string> Conditions, IReadOnlyList<string> Findings, IReadOnlyList<string> Modalities,
    IReadOnlyList<string> AcceptedCredentials, string? TrainingModality, int? TrainingHours, string Text, string Source, Sureness Sureness, DateOnly EffectiveFrom);

internal sealed record StateRuleResponse(
    string State, LicensingRegime Regime, string? Title, int? Hours, string? Exam, string? ContinuingEducation, DateOnly EffectiveFrom, DateOnly? EffectiveTo,
    string Source, Sureness Sureness, string? Note);
