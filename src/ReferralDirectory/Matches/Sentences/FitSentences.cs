using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>Which modality helps with which diagnosis, and what does not count.</summary>
internal static class FitSentences
{
    public static Sentence Of(Sentence text, string code, FitEvidence evidence, KnowledgeTables knowledge) => code switch
    {
        "indicated" or "no-known-indication" => text.List(evidence.Pairs, knowledge, Of).Capitalized(),
        "no-admissible-modality" when evidence.Refused.IsEmpty => text.Say("Offers nothing that is known to help with the primary diagnosis"),
        "no-admissible-modality" => text.Say("Offers nothing that is known to help with the primary diagnosis; ").List(evidence.Refused, knowledge, Of),
        "insisted-modality-missing" =>
            text.Say("The order insists on ").List(evidence.InsistedMissing, knowledge.NameOf).Say(", which is not offered or not indicated"),
        _ => text.Say(GateSentences.Unworded(code)),
    };

    public static Sentence Of(Sentence text, PairEvidence pair, KnowledgeTables knowledge)
    {
        var modality = knowledge.NameOf(pair.Modality);
        var training = Of(pair.Training);
        return pair switch
        {
            { Diagnosis: null } => text.Say($"{modality} ({training}); no condition is named"),
            { Grade: null, Diagnosis: { } diagnosis } => text.Say($"{modality} for {knowledge.NameOf(diagnosis)} ({training}); no indication is known"),
            { Grade: { } grade, Diagnosis: { } diagnosis } => text.Say($"{modality} for {knowledge.NameOf(diagnosis)} (grade {grade.ToString()}, {training})"),
        };
    }

    private static Sentence Of(Sentence text, RefusedPair refused, KnowledgeTables knowledge)
    {
        var modality = knowledge.NameOf(refused.Modality);
        var said = refused.Reason switch
        {
            RefusalReason.NoEffect => text.Say($"{modality} has no effect on it"),
            RefusalReason.Against => text.Say($"{modality} is advised against"),
            RefusalReason.StruckOut => text.Say($"{modality} is struck out by screening"),
            RefusalReason.PermissionMissing => text.Say($"{modality} needs a permission that is not documented"),
            _ => throw new ArgumentOutOfRangeException(nameof(refused), refused.Reason, "A reason without words."),
        };
        return refused.Source is null ? said : said.Say($" ({knowledge.CitationOf(refused.Source)})");
    }

    private static string Of(TrainingEvidence training) => training switch
    {
        TrainingEvidence.Certified => "certified",
        TrainingEvidence.Documented => "documented training",
        TrainingEvidence.Listed => "listed, training not documented",
        _ => throw new ArgumentOutOfRangeException(nameof(training), training, "A kind of training without words."),
    };
}
