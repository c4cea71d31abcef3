using System.Security.Cryptography;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>One transaction at the gate: its context, the revision it makes, the ids it hands out and the changes it notes.</summary>
internal sealed class WriteUnit(DirectoryContext context, StoreStateRow state)
{
    private readonly List<ChangeRow> changes = [];
    private readonly long stamp = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));

    public DirectoryContext Context { get; } = context;

    /// <summary>Where the store stands; what is set here is saved with the transaction.</summary>
    public StoreStateRow State { get; } = state;

    /// <summary>The revision that the store will have if this unit notes a change.</summary>
    public long NextRevision { get; } = state.Revision + 1;

    public bool HasChanges => changes.Count > 0;

    /// <summary>The store's revision once this unit is committed, by the changes noted so far.</summary>
    public long RevisionAfter => HasChanges ? NextRevision : NextRevision - 1;

    /// <summary>The transaction is rolled back at its end: a dry run.</summary>
    public bool IsDiscarded { get; private set; }

    public void Discard() => IsDiscarded = true;

    public TherapistId NewTherapistId() => new(++State.LastTherapistId);

    public ListingId NewListingId() => new(++State.LastListingId);

    public ImportId NewImportId() => new(++State.LastImportId);

    public long NewLedgerId() => ++State.LastLedgerId;

    public ReportId NewReportId() => new(++State.LastReportId);

    /// <summary>Notes that readers will see something else of one therapist.</summary>
    public void NoteTherapist(TherapistId therapist, ChangeKind kind) => Note(therapist.Value, kind);

    public void NoteKnowledge() => Note(null, ChangeKind.Knowledge);

    public void NoteIcd10Codes() => Note(null, ChangeKind.Icd10Codes);

    public void NoteOrganizations() => Note(null, ChangeKind.Organizations);

    /// <summary>Appends the change log and raises the revision, if there was a change. Called by the gate, last.</summary>
    public void Seal()
    {
        if (!HasChanges)
            return;
        State.Revision = NextRevision;
        using var inserter = new RowInserter<ChangeRow>(Context);
        inserter.Insert(changes);
    }

    private void Note(long? therapistId, ChangeKind kind) =>
        changes.Add(new ChangeRow { Revision = NextRevision, Position = changes.Count, TherapistId = therapistId, Kind = kind, Stamp = stamp });
}
