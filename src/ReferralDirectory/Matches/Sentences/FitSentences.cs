using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>Which modality helps with which diagnosis, and what does not count.</summary>
internal static class FitSentences
{
    public static string Of(string code, FitEvidence evidence, KnowledgeTables knowledge) => code switch
    {
        "indicated" or "no-known-indication" => Phrases.Capitalized(Phrases.And(evidence.Pairs.Select(pair => Of(pair, knowledge)))),
        "no-admissible-modality" when evidence.Refused.IsEmpty => "Offers nothing that is known to help with the primary diagnosis",
        "no-admissible-modality" =>
            $"Offers nothing that is known to help with the primary diagnosis; {Phrases.And(evidence.Refused.Select(refused => Of(refused, knowledge)))}",
        "insisted-modality-missing" => $"The order insists on {Phrases.And(evidence.InsistedMissing.Select(knowledge.NameOf))}, which is not offered or not indicated",
        _ => GateSentences.Unworded(code),
    };

    public static string Of(PairEvidence pair, KnowledgeTables knowledge)
    {
        var modality = knowledge.NameOf(pair.Modality);
        var training = Of(pair.Training);
        return pair switch
        {
            { Diagnosis: null } => $"{modality} ({training}); no condition is named",
            { Grade: null, Diagnosis: { } diagnosis } => $"{modality} for {knowledge.NameOf(diagnosis)} ({training}); no indication is known",
            { Grade: { } grade, Diagnosis: { } diagnosis } => $"{modality} for {knowledge.NameOf(diagnosis)} (grade {grade}, {training})",
        };
    }

    private static string Of(RefusedPair refused, KnowledgeTables knowledge)
    {
        var modality = knowledge.NameOf(refused.Modality);
        var source = refused.Source is null ? "" : $" ({knowledge.CitationOf(refused.Source)})";
        return refused.Reason switch
        {
            RefusalReason.NoEffect => $"{modality} has no effect on it{source}",
            RefusalReason.Against => $"{modality} is advised against{source}",
            RefusalReason.StruckOut => $"{modality} is struck out by screening{source}",
            RefusalReason.PermissionMissing => $"{modality} needs a permission that is not documented{source}",
            _ => throw new ArgumentOutOfRangeException(nameof(refused), refused.Reason, "A reason without words."),
        };
    }

    private static string Of(TrainingEvidence training) => training switch
    {
        TrainingEvidence.Certified => "certified",
        TrainingEvidence.Documented => "documented training",
        TrainingEvidence.Listed => "listed, training not documented",
        _ => throw new ArgumentOutOfRangeException(nameof(training), training, "A kind of training without words."),
    };
}
