namespace ReferralDirectory.Store.Rows;

/// <summary>One of a therapist's facts of a kind; <see cref="Position"/> keeps the order in which they were resolved.</summary>
internal interface ITherapistFactRow
{
    long TherapistId { get; }

    int Position { get; }
}
