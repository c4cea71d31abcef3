using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>
/// What is to be asked again of a therapist: the places and networks that nobody attested for 90 days, licences that no board confirmed for
/// 120, the exclusion list after 31, papers after 36 months. Nothing is due that was never checked: there the tier says what is missing.
/// </summary>
public static class DueList
{
    public const int NoticeDays = 14;

    /// <summary>All that is in one of the stages on the day.</summary>
    public static IEnumerable<Reminder> On(DateOnly day, TherapistProfile therapist) =>
        DatesOf(therapist).Select(date => On(day, therapist.Id, date)).OfType<Reminder>();

    private static Reminder? On(DateOnly day, TherapistId therapist, DueDate date)
    {
        ReminderStage? stage = (day.DayNumber - date.DueOn.DayNumber) switch
        {
            >= NoticeDays => ReminderStage.Overdue,
            >= 0 => ReminderStage.Due,
            >= -NoticeDays => ReminderStage.Ahead,
            _ => null,
        };
        return stage is { } reached
            ? new Reminder(date.Kind, therapist, date.Listing, date.State, date.DueOn, reached, date.DueOn.AddDays(NoticeDays * ((int)reached - (int)ReminderStage.Due)))
            : null;
    }

    private static IEnumerable<DueDate> DatesOf(TherapistProfile therapist)
    {
        foreach (var listing in therapist.Listings)
            yield return new DueDate(ReminderKind.AttestationDue, AttestationsOf(therapist, listing.Place).Min(), listing.Id);
        foreach (var licence in therapist.Licences)
        {
            if (licence is { IsForMassage: true, CheckedOn: { } day, Status: LicenceStatus.Active or LicenceStatus.ActiveWithConditions })
                yield return new DueDate(ReminderKind.LicenceCheckDue, FactClock.DueOn(FactKind.Licence, day, licence.ExpiresOn), State: licence.State);
        }

        if (therapist.Exclusion is { Status: ExclusionStatus.Clear } check)
            yield return new DueDate(ReminderKind.ExclusionCheckDue, FactClock.DueOn(FactKind.Exclusion, check.From.AsOf, check.ValidUntil));
        if (PapersOf(therapist).Order().Cast<DateOnly?>().FirstOrDefault() is { } papers)
            yield return new DueDate(ReminderKind.RecredentialingDue, papers);
    }

    /// <summary>What stands in the directory of this place; an unknown answer is no attestation.</summary>
    private static IEnumerable<DateOnly> AttestationsOf(TherapistProfile therapist, PracticePlace place)
    {
        yield return FactClock.DueOn(FactKind.Address, place.From.AsOf);
        if (place.Accepting.Value != AcceptingPatients.Unknown)
            yield return FactClock.DueOn(FactKind.Accepting, place.Accepting.From.AsOf);
        foreach (var fact in therapist.Networks)
        {
            if (fact.InNetwork && (fact.ListingZip is not { } only || only == place.Address.Zip))
                yield return FactClock.DueOn(FactKind.Network, fact.Source.AsOf, fact.To);
        }
    }

    private static IEnumerable<DateOnly> PapersOf(TherapistProfile therapist)
    {
        foreach (var held in therapist.Certifications)
        {
            if (held.ConfirmedOn is { } day)
                yield return FactClock.DueOn(FactKind.Certification, day, held.ExpiresOn);
        }

        if (therapist.DocumentedTrainingHours is { } hours)
            yield return FactClock.DueOn(FactKind.Training, hours.From.AsOf);
        if (therapist.LiabilityCover is { Value: true } cover)
            yield return FactClock.DueOn(FactKind.Liability, cover.From.AsOf, therapist.LiabilityCoverUntil);
    }

    private readonly record struct DueDate(ReminderKind Kind, DateOnly DueOn, ListingId? Listing = null, StateCode? State = null);
}
