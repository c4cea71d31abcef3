using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Makes one therapist of what the sources said and what was checked. Pure and re-runnable: same records and ledger, same profile.</summary>
public static class TherapistResolver
{
    /// <summary>Raised by whoever changes a rule by which records are grouped or resolved: stores of another version are then resolved anew at the start.</summary>
    public const int Version = 6;

    /// <param name="group">The records of one person.</param>
    /// <param name="ledger">The entries about the group (<see cref="LedgerSubjects.EntriesAbout"/>), in any order.</param>
    /// <param name="listingIdOf">The stable id of the listing at a normalised place (see <see cref="PlaceKey"/>).</param>
    public static TherapistProfile Resolve(
        IdentityGroup group, IReadOnlyCollection<Verification> ledger, TherapistId id, long revision, Func<string, ListingId> listingIdOf)
    {
        ImmutableArray<SourceRecord> records =
            [.. group.Records.OrderBy(record => record.Organization).ThenBy(record => record.MemberKey, StringComparer.Ordinal)];
        var view = new LedgerView(group, ledger);
        var liability = LiabilityResolution.Resolve(records, view);
        var networks = NetworkResolution.Resolve(records, view);
        var listings = ListingResolution.Resolve(records, view, listingIdOf);
        return new TherapistProfile
        {
            Id = id,
            Revision = revision,
            Synthetic = records.Any(record => record.Synthetic),
            IdentityConflict = group.InConflict || view.IsTakenFromAnother,
            Name = Stated(records, record => record.Name).Best()!,
            Npi = IdentityResolution.Npi(Stated(records, record => record.Npi), view),
            Gender = Stated(records, record => record.Gender).Best(),
            Languages = [.. records.SelectMany(record => record.Languages.Select(tag => new Sourced<string>(tag, From(record))))
                .BestPerKey(language => language.Value, language => language.From).OrderBy(language => language.Value, StringComparer.Ordinal)],
            Email = Stated(records, record => record.Email).Best(),
            Website = Stated(records, record => record.Website).Best(),
            StatedTrainingHours = Stated(records, record => record.StatedTrainingHours).Best(),
            DocumentedTrainingHours = TrainingResolution.DocumentedHours(view),
            LiabilityCover = liability?.Cover,
            LiabilityCoverUntil = liability?.Until,
            Exclusion = Exclusion(view),
            Licences = LicenceResolution.Resolve(records, view),
            Certifications = TrainingResolution.Certifications(records, view),
            Modalities = TrainingResolution.Modalities(records, view),
            Networks = networks,
            Memberships = [.. records.Where(record => !record.IsOfRegister).Select(record => record.Membership)],
            Listings = listings,
            Doubts = DoubtResolution.Resolve(records, view, listings, networks),
        };
    }

    /// <summary>Two places are one listing when their keys are equal: ZIP and the normalised first line.</summary>
    public static string PlaceKey(PostalAddress address) => PlaceKeys.Of(address);

    /// <summary>Under a key that no list gives any more, nobody becomes clear, but stays excluded.</summary>
    private static ExclusionCheck? Exclusion(LedgerView view) => (ExclusionResolution.Resolve(view), ExclusionResolution.Resolve(view.Watched)) switch
    {
        (var own, { Status: not ExclusionStatus.Clear } watched) when !(own?.Status >= watched.Status) => watched,
        var (own, _) => own,
    };

    private static Provenance From(SourceRecord record) => record.Membership.From;

    private static IEnumerable<Sourced<T>> Stated<T>(IEnumerable<SourceRecord> records, Func<SourceRecord, T?> fact)
        where T : class =>
        from record in records
        let value = fact(record)
        where value is not null
        select new Sourced<T>(value, From(record));

    private static IEnumerable<Sourced<T>> Stated<T>(IEnumerable<SourceRecord> records, Func<SourceRecord, T?> fact)
        where T : struct =>
        from record in records
        let value = fact(record)
        where value is not null
        select new Sourced<T>(value.Value, From(record));
}
