using FluentValidation;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>A payer that fits its kind, and a plan that is its own.</summary>
internal sealed class CoverageValidator : AbstractValidator<CoverageRequest>
{
    private static readonly IReadOnlyList<string> Kinds = EnumWords.All<CoverageKind>();

    private readonly KnowledgeTables knowledge;
    private readonly VocabularyChecks vocabulary;

    public CoverageValidator(KnowledgeTables knowledge, VocabularyChecks vocabulary)
    {
        this.knowledge = knowledge;
        this.vocabulary = vocabulary;
        RuleFor(coverage => coverage.Kind).Is(text => VocabularyChecks.OneOf(text, Kinds));
        RuleFor(coverage => coverage.Insurer).Is(vocabulary.Insurer);
        RuleFor(coverage => coverage.Plan).Is(_ => null);
        RuleFor(coverage => coverage).Custom(CheckTogether);
    }

    private void CheckTogether(CoverageRequest coverage, ValidationContext<CoverageRequest> context)
    {
        var kindKnown = EnumWords.TryParse<CoverageKind>(coverage.Kind ?? EnumWords.Of(CoverageKind.HealthPlan), out var kind);
        if (kindKnown && kind == CoverageKind.HealthPlan && coverage.Insurer is null)
            context.ReportMember(nameof(coverage.Insurer), new Flaw("insurer-required", "A health plan needs its insurer; for none, write kind self-pay."));
        if (kindKnown && kind == CoverageKind.SelfPay && coverage.Insurer is not null)
            context.ReportMember(nameof(coverage.Insurer), new Flaw("insurer-not-allowed", "Who pays for themselves has no insurer: leave it out, or write kind health-plan."));
        if (coverage is { Plan: not null, Insurer: null })
            context.ReportMember(nameof(coverage.Plan), new Flaw("plan-without-insurer", "A plan is one of an insurer: name the insurer."));
        if (coverage.Insurer is not { } insurer || InsurerLookup.FindAll(knowledge, insurer) is not [var known])
            return;
        if (coverage.Kind is not null && kindKnown && kind != CoverageKind.SelfPay && EnumWords.Of(kind) != EnumWords.Of(known.Kind))
        {
            context.ReportMember(
                nameof(coverage.Kind), new Flaw("kind-of-another-insurer", $"'{known.Id}' is an insurer of the kind {EnumWords.Of(known.Kind)}: write that, or another insurer."));
        }

        if (coverage.Plan is { } plan)
            context.ReportMember(nameof(coverage.Plan), vocabulary.Plan(known, plan));
    }
}
