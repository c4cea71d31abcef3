using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Matches.Sentences;

/// <summary>A change to the request, said as an advice.</summary>
internal static class RelaxationSentences
{
    public static string Of(Relaxation relaxation, KnowledgeTables knowledge) => relaxation.Adds == 1
        ? $"{Change(relaxation, knowledge)} to add 1 therapist."
        : $"{Change(relaxation, knowledge)} to add {relaxation.Adds} therapists.";

    public static string Change(Relaxation relaxation, KnowledgeTables knowledge) => relaxation switch
    {
        { Kind: RelaxationKind.RadiusMiles, Radius: { } radius } => $"Widen the radius to {Phrases.Of(radius)}",
        { Kind: RelaxationKind.InsurerWide } => "Leave the plan out and match on the insurer as a whole",
        { Kind: RelaxationKind.MinTier, MinTier: { } tier } => $"Accept vetting tier {tier}",
        { Kind: RelaxationKind.Modality, Modality: { } modality } => $"Accept {knowledge.NameOf(modality)}",
        { Kind: RelaxationKind.Preference, Preference: { } preference } => $"No longer require {Phrases.Of(preference)}",
        _ => throw new ArgumentOutOfRangeException(nameof(relaxation), relaxation.Kind, "A change without words or without its value."),
    };
}
