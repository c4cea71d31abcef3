using FluentValidation;
using ReferralDirectory.Matches.Requests;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matches.Validation;

/// <summary>Codes that are known, answers that do not contradict one another, numbers within reason.</summary>
internal sealed class OrderValidator : AbstractValidator<OrderRequest>
{
    private const int MostSessions = 365;
    private const int MostMinutes = 480;

    public OrderValidator(VocabularyChecks vocabulary)
    {
        RuleFor(order => order.Diagnoses).EachIs(vocabulary.Diagnosis);
        RuleFor(order => order.Conditions).EachIs(vocabulary.Condition);
        RuleFor(order => order.Modalities).EachIs(vocabulary.Modality);
        RuleFor(order => order.Acknowledged).EachIs(text => VocabularyChecks.OneOf(text, [EnumWords.Of(FindingLevel.AdvisedAgainst)]));
        RuleFor(order => order.Sessions).InclusiveBetween(1, MostSessions).WithErrorCode("out-of-range").WithMessage($"1 to {MostSessions} sessions.");
        RuleFor(order => order.MinutesPerSession).InclusiveBetween(1, MostMinutes).WithErrorCode("out-of-range").WithMessage($"1 to {MostMinutes} minutes.");
        RuleFor(order => order.Prescriber).SetValidator(new PrescriberValidator()!);
        RuleFor(order => order.Screening).SetValidator(new ScreeningValidator(vocabulary)!);
    }

    private sealed class PrescriberValidator : AbstractValidator<PrescriberRequest>
    {
        public PrescriberValidator()
        {
            RuleFor(prescriber => prescriber.Name).Is(_ => null);
            RuleFor(prescriber => prescriber.Npi).Is(text => Npi.TryParse(text, out var _) ? null
                : new Flaw("invalid-npi", $"{Flaw.Quote(text)} is not an NPI: ten digits that begin with 1 or 2, with a valid check digit."));
        }
    }

    private sealed class ScreeningValidator : AbstractValidator<ScreeningRequest>
    {
        public ScreeningValidator(VocabularyChecks vocabulary)
        {
            RuleFor(screening => screening.Answers).EachIs(vocabulary.ScreeningAnswer);
            RuleFor(screening => screening.Answers).Custom((answers, context) => context.Report(context.PropertyPath, Together(answers)));
        }

        private static Flaw? Together(IReadOnlyList<string>? answers) => answers switch
        {
            null => null,
            [] => new Flaw("screening-empty", "Answer none, or the codes of all that apply; leave screening out when it was not asked."),
            { Count: > 1 } when answers.Any(answer => answer != ScreeningAnswer.None) && answers.Contains(ScreeningAnswer.None, StringComparer.Ordinal) =>
                new Flaw("none-with-others", "'none' says that no other answer applies: give it alone."),
            _ => null,
        };
    }
}
