using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>What is known of one modality for one condition.</summary>
/// <param name="Grade">Null unless <paramref name="Direction"/> is benefit.</param>
/// <param name="FromGroup">The row was written for the modality's whole group: a row of its own beats it.</param>
public sealed record Indication(
    Code<Condition> Condition, Code<Modality> Modality, IndicationDirection Direction, EvidenceGrade? Grade, string? Limits, bool FromGroup, string Source,
    Sureness Sureness, DateOnly EffectiveFrom);

/// <summary>
/// A safety row. It speaks when a diagnosis begins with one of the prefixes (and, where a seventh character is named, has it), or when
/// one of the answers was given. All rows that match speak.
/// </summary>
/// <param name="SeventhCharacters">Only codes whose seventh character is one of these; empty: any code.</param>
/// <param name="Modalities">Struck out, when <paramref name="Scope"/> is modalities.</param>
/// <param name="Site">The part of the body to leave alone, when <paramref name="Scope"/> is site.</param>
public sealed record ScreeningRow(
    string Code, FindingLevel Level, FindingScope Scope, ImmutableArray<string> Icd10Prefixes, string SeventhCharacters, ImmutableArray<string> Answers,
    ImmutableArray<Code<Modality>> Modalities, string? Site, string Text, string Source, Sureness Sureness, DateOnly EffectiveFrom);

/// <summary>What an office can tick when it is asked for contraindications.</summary>
public sealed record ScreeningAnswer(string Code, string Question, string Text)
{
    /// <summary>"None of these".</summary>
    public const string None = "none";
}

/// <summary>
/// Training that the law or good practice asks for, triggered by a condition, by a finding's code, or by a modality. Met by a
/// confirmed credential of the list, or by documented hours in a modality.
/// </summary>
public sealed record CredentialRequirement(
    string Code, string Name, ImmutableArray<Code<Condition>> Conditions, ImmutableArray<string> Findings, ImmutableArray<Code<Modality>> Modalities,
    ImmutableArray<Code<Credential>> AcceptedCredentials, Code<Modality>? TrainingModality, int? TrainingHours, string Text, string Source, Sureness Sureness,
    DateOnly EffectiveFrom);

/// <summary>How a state regulates massage therapists. Unknown is treated as if a licence were needed.</summary>
public enum LicensingRegime { Licence, Registration, Certification, Voluntary, None, Unknown }

/// <summary>A state's rule for massage therapists between two days, both inclusive.</summary>
public sealed record StateRule(
    StateCode State, LicensingRegime Regime, string? Title, int? Hours, string? Exam, string? ContinuingEducation, DateOnly EffectiveFrom, DateOnly? EffectiveTo,
    string Source, Sureness Sureness, string? Note)
{
    /// <summary>May someone practise here without a licence of this state?</summary>
    public bool RequiresLicence => Regime is not (LicensingRegime.Voluntary or LicensingRegime.None);

    public bool HoldsOn(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is null || day <= EffectiveTo);
}

/// <summary>The time zone in which a state's day begins: the majority zone where there are two.</summary>
public sealed record StateZone(StateCode State, string Zone);
