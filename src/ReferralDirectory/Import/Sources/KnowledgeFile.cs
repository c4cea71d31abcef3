using System.Collections.Immutable;

namespace ReferralDirectory.Import.Sources;

/// <summary>One CSV of the reference tables: where it lies and which form it has.</summary>
/// <param name="Path">Within the directory.</param>
/// <param name="Noun">What a row is: names the error of a cell that points at a row that is not there, <c>unknown-modality</c>.</param>
/// <param name="Key">The columns that together tell the rows apart.</param>
internal sealed record KnowledgeFile(string Path, string Noun, ImmutableArray<string> Columns, ImmutableArray<string> Key)
{
    public static KnowledgeFile Sources { get; } = Of("knowledge/sources.csv", "source", "id citation kind licence sureness", "id");

    public static KnowledgeFile Modalities { get; } = Of("knowledge/modalities.csv", "modality", "code name group description source", "code");

    public static KnowledgeFile Conditions { get; } = Of("knowledge/conditions.csv", "condition", "code name icd10Prefixes notes", "code");

    public static KnowledgeFile Indications { get; } = Of(
        "knowledge/indications.csv", "indication", "condition modality direction grade limits source sureness effectiveFrom", "condition modality");

    public static KnowledgeFile Screening { get; } = Of(
        "knowledge/screening.csv", "finding",
        "code level scope icd10Prefixes seventhCharacter answers modalities site text source sureness effectiveFrom", "code");

    public static KnowledgeFile ScreeningAnswers { get; } = Of("knowledge/screening-answers.csv", "screening-answer", "code question text", "code");

    public static KnowledgeFile Credentials { get; } = Of(
        "knowledge/credentials.csv", "credential", "code name issuer kind modalities minimumHours renewYears source sureness", "code");

    public static KnowledgeFile CredentialRequirements { get; } = Of(
        "knowledge/credential-requirements.csv", "requirement",
        "code name conditions findings modalities acceptedCredentials trainingModality trainingHours text source sureness effectiveFrom", "code");

    public static KnowledgeFile StateRules { get; } = Of(
        "knowledge/state-rules.csv", "state-rule",
        "state regime title hours exam continuingEducation effectiveFrom effectiveTo source sureness note", "state effectiveFrom");

    public static KnowledgeFile StateZones { get; } = Of("knowledge/state-zones.csv", "state-zone", "state zone", "state");

    public static KnowledgeFile Icd10Titles { get; } = Of("knowledge/icd10cm.csv", "icd10-code", "code title", "code");

    public static KnowledgeFile Insurers { get; } = Of("insurers/insurers.csv", "insurer", "id name aliases kind states source", "id");

    public static KnowledgeFile Networks { get; } = Of("insurers/networks.csv", "network", "id insurer name", "id");

    public static KnowledgeFile Plans { get; } = Of("insurers/plans.csv", "plan", "insurer id name kind networks", "insurer id");

    public static ImmutableArray<KnowledgeFile> All { get; } =
    [
        Sources, Modalities, Conditions, Indications, Screening, ScreeningAnswers, Credentials, CredentialRequirements, StateRules, StateZones, Icd10Titles,
        Insurers, Networks, Plans,
    ];

    private static KnowledgeFile Of(string path, string noun, string columns, string key) => new(path, noun, [.. columns.Split(' ')], [.. key.Split(' ')]);
}
