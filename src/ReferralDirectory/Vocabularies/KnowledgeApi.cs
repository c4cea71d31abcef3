using Microsoft.AspNetCore.Http.HttpResults;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Platform;

namespace ReferralDirectory.Vocabularies;

/// <summary>What answers rest on, for whoever wants to check it: the tables, and the ranking.</summary>
internal static class KnowledgeApi
{
    private const string Notice =
        "A screening aid, not medical advice. No clinician has reviewed these tables; each row names its source and how sure it is. The physician decides.";

    public static void MapKnowledge(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").WithTags("Knowledge").AnswersConditionally().KeptUntilTablesChange();
        group.MapGet("/knowledge", Knowledge).WithAnswerExample(KnowledgeExamples.Knowledge);
        group.MapGet("/ranking", Ranking).WithAnswerExample(KnowledgeExamples.Ranking);
    }

    /// <summary>The clinical tables</summary>
    /// <remarks>Indications, screening rows, credentials and state rules with source, grade and the day from which they hold. No clinician has reviewed them.</remarks>
    private static Ok<KnowledgeResponse> Knowledge(MatchIndex index) => TypedResults.Ok(From(index.Knowledge.Rows));

    /// <summary>The ranking</summary>
    /// <remarks>Every rule with its weight for each audience, its formula in words and its constants. Nothing is ever paid for.</remarks>
    private static Ok<RankingResponse> Ranking(RankingOptions options) => TypedResults.Ok(RankingInWords.Of(options));

    private static KnowledgeResponse From(KnowledgeRows rows) => new(
        rows.Version,
        Notice,
        rows.Sources,
        [.. rows.Indications.Select(From)],
        [.. rows.Screening.Select(From)],
        rows.ScreeningAnswers,
        [.. rows.Credentials.Select(From)],
        [.. rows.CredentialRequirements.Select(From)],
        [.. rows.StateRules.Select(From)]);

    private static IndicationResponse From(Indication row) => new(
        row.Condition.Value, row.Modality.Value, row.Direction, row.Grade?.ToString(), row.Limits, row.FromGroup, row.Source, row.Sureness, row.EffectiveFrom);

    private static ScreeningRowResponse From(ScreeningRow row) => new(
        row.Code, row.Level, row.Scope, row.Icd10Prefixes, row.SeventhCharacters, row.Answers, Words(row.Modalities), row.Site, row.Text, row.Source,
        row.Sureness, row.EffectiveFrom);

    private static CredentialResponse From(Credential row) => new(
        row.Code.Value, row.Name, row.Issuer, row.Kind, Words(row.Modalities), row.MinimumHours, row.RenewYears, row.Source, row.Sureness);

    private static CredentialRequirementResponse From(CredentialRequirement row) => new(
        row.Code, row.Name, Words(row.Conditions), row.Findings, Words(row.Modalities), Words(row.AcceptedCredentials), row.TrainingModality?.Value,
        row.TrainingHours, row.Text, row.Source, row.Sureness, row.EffectiveFrom);

    private static StateRuleResponse From(StateRule row) => new(
        row.State.ToString(), row.Regime, row.Title, row.Hours, row.Exam, row.ContinuingEducation, row.EffectiveFrom, row.EffectiveTo, row.Source, row.Sureness,
        row.Note);

    private static string[] Words<T>(IEnumerable<Matching.Vocabulary.Code<T>> codes) => [.. codes.Select(code => code.Value)];
}
