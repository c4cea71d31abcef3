using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Makes one listing of each place of practice, field by field: one source knows the telephone, another the hours.</summary>
internal static class ListingResolution
{
    public static ImmutableArray<Listing> Resolve(ImmutableArray<SourceRecord> records, LedgerView ledger, Func<string, ListingId> listingIdOf) =>
    [
        .. records.SelectMany(record => record.Places)
            .Where(place => !ledger.RefutesAddress(place)).Select(place => ledger.RefutesPhone(place) ? place with { Phone = null } : place)
            .GroupBy(place => PlaceKeys.Of(place.Address), StringComparer.Ordinal)
            .OrderBy(statements => statements.Key, StringComparer.Ordinal)
            .Select(statements => (statements.Key, Place: Checked(Merge([.. statements.ByPrecedence(place => place.From)]), ledger)))
            .Where(listing => listing.Place is not null)
            .Select(listing => new Listing(listingIdOf(listing.Key), listing.Place!)),
    ];

    private static PracticePlace Merge(PracticePlace[] statements)
    {
        var best = statements[0];

        // One word that nobody is received here is enough: the others may not know that it is a home, and have its exact point.
        var travelling = Array.Find(statements, place => place.Setting == CareSetting.HomeVisitOnly);
        return best with
        {
            Point = (travelling ?? best).Point,
            PointUncertainty = (travelling ?? best).PointUncertainty,
            Phone = First(statements, place => place.Phone),
            Fax = First(statements, place => place.Fax),
            Setting = travelling?.Setting ?? First(statements, place => place.Setting),
            WheelchairAccessible = First(statements, place => place.WheelchairAccessible),
            HomeVisitRadius = First(statements, place => place.HomeVisitRadius),
            SelfPayPriceUsd = First(statements, place => place.SelfPayPriceUsd),
            EveningHours = First(statements, place => place.EveningHours),
            WeekendHours = First(statements, place => place.WeekendHours),
            Hours = Array.Find(statements, place => !place.Hours.IsEmpty)?.Hours ?? [],
            Accepting = statements.Select(place => place.Accepting).Where(stated => stated.Value != AcceptingPatients.Unknown).Best() ?? best.Accepting,
            NextOpening = First(statements, place => place.NextOpening),
        };
    }

    private static T? First<T>(PracticePlace[] statements, Func<PracticePlace, T?> field)
        where T : struct => statements.Select(field).FirstOrDefault(value => value is not null);

    /// <summary>Null when the address was found wrong after the last source had stated it.</summary>
    private static PracticePlace? Checked(PracticePlace place, LedgerView ledger)
    {
        var stated = place.From.AsOf;
        var address = ledger.OfPlace(VerificationAspect.Address, place).FirstOrDefault();
        if (address?.Outcome == VerificationOutcome.Refuted && address.CheckedOn >= stated)
            return null;
        var phone = ledger.OfPlace(VerificationAspect.Phone, place).FirstOrDefault();
        if (phone?.Outcome == VerificationOutcome.Refuted && phone.CheckedOn >= stated)
            place = place with { Phone = null };
        var confirmation = new[] { address, phone }
            .Where(check => check?.Outcome == VerificationOutcome.Confirmed && check.CheckedOn > stated)
            .MaxBy(check => check!.CheckedOn);
        return place with { From = confirmation is null ? place.From : LedgerView.ProvenanceOf(confirmation), Accepting = Accepting(place, ledger) };
    }

    private static Sourced<AcceptingPatients> Accepting(PracticePlace place, LedgerView ledger)
    {
        if (place.Accepting.Value is AcceptingPatients.Yes or AcceptingPatients.Unknown && ledger.DenialOfPatients(place) is { } denial && denial.Method <= place.Accepting.From.Method)
            return AnswerOf(denial);
        var check = ledger.OfPlace(VerificationAspect.Accepting, place).Select(AnswerOf).FirstOrDefault(answer => answer.Value != AcceptingPatients.Unknown);
        if (check is null)
            return place.Accepting;
        return place.Accepting.Value == AcceptingPatients.Unknown ? check : new[] { check, place.Accepting }.Best()!;
    }

    private static Sourced<AcceptingPatients> AnswerOf(Verification entry) => new(AnswerOf(entry.Outcome), LedgerView.ProvenanceOf(entry));

    private static AcceptingPatients AnswerOf(VerificationOutcome outcome) => outcome switch
    {
        VerificationOutcome.Yes => AcceptingPatients.Yes,
        VerificationOutcome.No => AcceptingPatients.No,
        VerificationOutcome.ExistingOnly => AcceptingPatients.ExistingOnly,
        _ => AcceptingPatients.Unknown,
    };
}
