using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// Which decision of a person judges which match with an exclusion list. A decision names what was judged: the entry of the list, with
/// whether the match was exact, or the day and the source of a match that names no entry. What was decided about names alone says nothing
/// of an exact match, unless it was that this is the person; a decision about matches at large judges possible ones that are older.
/// </summary>
public static class ExclusionDecisions
{
    private const string Prefix = Verification.Decision + "/";
    private const string Exact = "exact:";
    private const string Unnamed = "found:";

    /// <summary>Not a check, but what a person decided about matches.</summary>
    public static bool IsDecision(Verification entry) => entry.Aspect == VerificationAspect.Exclusion
        && (entry.Reference == Verification.Decision || entry.Reference.StartsWith(Prefix, StringComparison.Ordinal));

    /// <summary>Nobody clears himself.</summary>
    public static bool Counts(Verification decision) => decision.Outcome != VerificationOutcome.Clear || decision.Method <= FactMethod.Organization;

    /// <summary>Under which reference a decision about the match is kept.</summary>
    public static string ReferenceOf(Verification match)
    {
        var name = match.Reference.Length > 0 ? match.Reference : $"{Unnamed}{match.CheckedOn:O}:{FoldedText.Of(match.Source).Replace(' ', '-')}";
        return match.Outcome == VerificationOutcome.Excluded ? $"{Prefix}{Exact}{name}" : $"{Prefix}{name}";
    }

    /// <summary>A confirmed exclusion that names no entry is lifted by no decision: nobody could say what was judged.</summary>
    public static bool MayBeDecided(Verification match) =>
        match.Outcome == VerificationOutcome.PossibleMatch || match is { Outcome: VerificationOutcome.Excluded, Reference.Length: > 0 };

    /// <summary>The decision that holds for the match; null: none.</summary>
    /// <param name="match">Possible or exact.</param>
    /// <param name="decisions">About the person, the newest first.</param>
    public static Verification? About(Verification match, IReadOnlyCollection<Verification> decisions)
    {
        if (!MayBeDecided(match))
            return null;
        var possible = ReferenceOf(match with { Outcome = VerificationOutcome.PossibleMatch });
        var exact = ReferenceOf(match with { Outcome = VerificationOutcome.Excluded });
        if (match.Outcome == VerificationOutcome.Excluded)
            return decisions.FirstOrDefault(decision => decision.Reference == exact || (decision.Reference == possible && decision.Outcome == VerificationOutcome.Excluded));
        return decisions.FirstOrDefault(decision => decision.Reference == possible || decision.Reference == exact)
            ?? decisions.FirstOrDefault(decision => decision.Reference == Verification.Decision && decision.CheckedOn > match.CheckedOn);
    }

    /// <summary>That it is this person, decided of nothing in particular: it stands until a later decision of that kind.</summary>
    /// <inheritdoc cref="About"/>
    public static Verification? StandingExclusion(IReadOnlyCollection<Verification> decisions) =>
        decisions.FirstOrDefault(NamesNoEntry) is { Outcome: VerificationOutcome.Excluded, Reference: Verification.Decision } decision ? decision : null;

    private static bool NamesNoEntry(Verification decision) =>
        decision.Reference == Verification.Decision || decision.Reference.StartsWith(Prefix + Unnamed, StringComparison.Ordinal);
}
