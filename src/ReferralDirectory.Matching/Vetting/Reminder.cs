using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>That something about a therapist falls due, is due, or has been for two weeks. Names ids and nothing of the person.</summary>
/// <param name="Listing">For attestations: the place.</param>
/// <param name="State">For licences: whose board is to be asked.</param>
/// <param name="DueOn">The first day on which the check no longer counts in full.</param>
/// <param name="Since">The day on which the stage began: the day of the event.</param>
public sealed record Reminder(ReminderKind Kind, TherapistId Therapist, ListingId? Listing, StateCode? State, DateOnly DueOn, ReminderStage Stage, DateOnly Since);

public enum ReminderKind { AttestationDue, LicenceCheckDue, ExclusionCheckDue, RecredentialingDue }

/// <summary>Two weeks ahead, from the day itself, and from two weeks after it.</summary>
public enum ReminderStage { Ahead, Due, Overdue }
