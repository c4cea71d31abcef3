using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Store;

/// <summary>What a place shows that reports can mean: they name its ZIP.</summary>
internal sealed record ReportedPlace(long TherapistId, ZipCode Zip, string? Phone, string Line1)
{
    public static async Task<ILookup<long, ReportedPlace>> ReadAsync(DirectoryContext context, IReadOnlyCollection<long> therapists, CancellationToken cancellationToken)
    {
        var rows = await context.Listings.AsNoTracking().Where(row => EF.Parameter(therapists).Contains(row.TherapistId)).OrderBy(row => row.Id)
            .Select(row => new { row.TherapistId, row.Zip, row.Phone, row.Line1 }).ToListAsync(cancellationToken);
        return rows.ToLookup(row => row.TherapistId, row => new ReportedPlace(row.TherapistId, row.Zip, row.Phone?.Value, row.Line1));
    }

    /// <summary>Which telephones or addresses are meant, so that what is said of them ends with them; none for other facts.</summary>
    public static IReadOnlyList<string> ValuesOf(ReportMatter matter, IEnumerable<ReportedPlace> places) =>
    [
        .. places.Where(place => matter.Zip is null || place.Zip == matter.Zip).Select(place => matter.Aspect switch
        {
            VerificationAspect.Phone => place.Phone,
            VerificationAspect.Address => place.Line1,
            _ => null,
        }).OfType<string>().Distinct(StringComparer.Ordinal),
    ];

    /// <summary>How the ledger names what a report means: by the values that are shown, else by the insurer or by nothing.</summary>
    public static async Task<IReadOnlyList<string>> ReferencesAsync(DirectoryContext context, ReportMatter matter, CancellationToken cancellationToken)
    {
        var places = await ReadAsync(context, [matter.Therapist.Value], cancellationToken);
        return ValuesOf(matter, places[matter.Therapist.Value]) is { Count: > 0 } values ? values : [matter.Reference];
    }
}
