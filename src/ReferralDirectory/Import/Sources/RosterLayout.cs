using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>How one board publishes who is licensed.</summary>
internal sealed record RosterLayout
{
    public required Organization Board { get; init; }
    public required StateCode State { get; init; }

    /// <summary>What the roster is called where facts name their source.</summary>
    public required string Source { get; init; }

    /// <summary>By which the store knows its files: what a board publishes is not followed by what somebody brought into the generic form.</summary>
    public required string Feed { get; init; }

    public required CsvColumns Columns { get; init; }
    public required string NumberColumn { get; init; }
    public required Func<CsvRow, RosterJudge, RosterRow?> Read { get; init; }
}

/// <summary>What a roster's row says of one person's licence.</summary>
/// <param name="Line">Of the file.</param>
/// <param name="Name">Null: of several people.</param>
/// <param name="Outcome">How the licence stands; for a permit that is good, interim.</param>
/// <param name="IsPermit">Not yet the licence itself.</param>
/// <param name="Expires">Its last day.</param>
/// <param name="Notes">Conditions, discipline, the board's own words.</param>
/// <param name="Born">Date or year of birth: it only tells namesakes of one file apart, and is kept nowhere.</param>
internal sealed record RosterRow(
    int Line, string Number, PersonName? Name, VerificationOutcome Outcome, bool IsPermit, DateOnly? Expires, ImmutableArray<string> Notes, string Born = "")
{
    /// <summary>Is this said of somebody else than the other row?</summary>
    public bool IsOfAnother(RosterRow other) => (Name is not null && other.Name is not null && Matching.Vetting.NameComparison.AreClearlyDifferent(Name, other.Name))
        || (Born.Length > 0 && other.Born.Length > 0 && !string.Equals(Born, other.Born, StringComparison.Ordinal));
}
