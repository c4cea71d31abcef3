using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Import;

/// <summary>What the rows of a roster did to the licences on file.</summary>
/// <param name="Confirmed">They stand as they stood.</param>
/// <param name="Changed">Another status, another last day, or good again.</param>
/// <param name="Ended">Good until now, and no longer.</param>
/// <param name="Ambiguous">Claimed under a clearly different name, or by several people on file: it confirms nobody.</param>
internal sealed record LicenceCounts(int Confirmed, int Changed, int Ended, int Ambiguous)
{
    /// <summary>Good until now, named by an earlier roster of the board and not by this whole one: they stand, and somebody should ask.</summary>
    public int Absent { get; init; }

    /// <summary>The first numbers of those; null when there are none.</summary>
    public ImmutableArray<string>? AbsentNumbers { get; init; }
}

/// <summary>
/// Compares the licences of those whom a roster's entries are about, as they stood, with what was resolved from the entries; and names who
/// claims a number that the board knows as somebody else's.
/// </summary>
internal static class RosterFindings
{
    /// <summary>Of absent licences; the others are counted.</summary>
    private const int MostNamed = 5;

    /// <param name="context">Sees the store as it was and therapists as they were staged.</param>
    /// <param name="file">The number of the file.</param>
    /// <param name="staged">What the file said.</param>
    /// <param name="errors">Takes the ambiguous claims.</param>
    /// <returns>Null for other files.</returns>
    public static LicenceCounts? Of(DirectoryContext context, int file, StagedImport staged, ImportErrors errors)
    {
        if (staged is not { Roster: { } roster, Feed: { AsOf: var asOf, Mode: var mode } })
            return null;
        var claims = Claims(context, file);
        var (before, after) = Standing(context, claims.Select(claim => claim.Therapist).Distinct());
        var judged = claims.ConvertAll(claim => (Claim: claim, Verdict: Judge(claim, before.GetValueOrDefault(claim.Held), after.GetValueOrDefault(claim.Held), asOf)));
        foreach (var (claim, _) in judged.Where(found => found.Verdict == Verdict.Ambiguous).OrderBy(found => roster.Licences[found.Claim.Licence].Line))
        {
            var (line, number) = roster.Licences[claim.Licence];
            errors.Warn(line, roster.NumberColumn, "ambiguous-licence", number, claim.IsOfAnother
                ? $"{claim.Member} has the number under a different name: it confirms nobody until one of the two is corrected."
                : $"{claim.Member} shares the number with somebody else on file: it confirms nobody until one of the two is corrected.");
        }

        var counts = new LicenceCounts(Count(Verdict.Confirmed), Count(Verdict.Changed), Count(Verdict.Ended), Count(Verdict.Ambiguous));
        return mode == FeedMode.Full ? WithAbsent(counts, AbsentLicences.Of(context, roster, asOf), errors) : counts;

        int Count(Verdict verdict) => judged.Where(found => found.Verdict == verdict).Select(found => found.Claim.Held).Distinct().Count();
    }

    private static LicenceCounts WithAbsent(LicenceCounts counts, ImmutableArray<string> absent, ImportErrors errors)
    {
        if (absent.IsEmpty)
            return counts;
        ImmutableArray<string> first = [.. absent.Take(MostNamed)];
        errors.Warn(null, null, "absent-licences", absent.Length.ToString(CultureInfo.InvariantCulture),
            $"Licences on file that the board's roster named before and no longer does: {string.Join(", ", first)}{(absent.Length > MostNamed ? " …" : "")}. "
            + "They stand, since boards publish partial lists: ask the board, and import its answer as verifications.");
        return counts with { Absent = absent.Length, AbsentNumbers = first };
    }

    private static Verdict Judge(Claim claim, LicenceRow? before, LicenceRow? after, DateOnly asOf)
    {
        // A good word under a key that several people use does not count.
        var isGood = after?.IsGoodOn(asOf) == true;
        if (claim.IsOfAnother || (isGood && !(after?.CheckedOn >= asOf)))
            return Verdict.Ambiguous;
        if (before?.IsGoodOn(asOf) == true && !isGood)
            return Verdict.Ended;
        return before?.Status == after?.Status && before?.ExpiresOn == after?.ExpiresOn ? Verdict.Confirmed : Verdict.Changed;
    }

    /// <summary>Records on file that have a licence of the roster.</summary>
    private static List<Claim> Claims(DirectoryContext context, int file)
    {
        using var command = context.Connection.CreateCommand();
        command.CommandText =
            """
            SELECT said."SubjectKey", said."SubjectGivenName", said."SubjectFamilyName", record."TherapistId", record."Organization" || '/' || record."MemberKey", record."Payload"
            FROM staging."Ledger" AS said
            CROSS JOIN main."RecordKeys" AS held ON held."Key" = said."SubjectKey" AND NOT held."Watched"
            CROSS JOIN main."SourceRecords" AS record ON record."Id" = held."RecordId"
            WHERE said."ImportId" = $file AND said."Id" < $derived AND record."TherapistId" IS NOT NULL
            """;
        command.Parameters.AddWithValue("$file", file);
        command.Parameters.AddWithValue("$derived", StagedVerifications.DerivedFrom);
        using var rows = command.ExecuteReader();
        var claims = new List<Claim>();
        while (rows.Read())
        {
            var isOfAnother = !rows.IsDBNull(2)
                && !NameComparison.ConfirmEachOther(RecordDocument.Read(rows.GetString(5)).Name, new PersonName(rows.GetString(1), rows.GetString(2)));
            claims.Add(new Claim(rows.GetString(0), rows.GetInt64(3), rows.GetString(4), isOfAnother));
        }

        return claims;
    }

    /// <summary>The licences of therapists in the store, and as they will be.</summary>
    private static (Dictionary<(long, string), LicenceRow> Before, Dictionary<(long, string), LicenceRow> After) Standing(DirectoryContext context, IEnumerable<long> therapists)
    {
        var of = RowFilter.In(nameof(LicenceRow.TherapistId), therapists);
        var after = Read(of.And($"\"{nameof(LicenceRow.TherapistId)}\" NOT IN (SELECT Id FROM staging.Leaving)"), "main");
        foreach (var (licence, row) in Read(of, StagingArea.Schema))
            after.Add(licence, row);
        return (Read(of, "main"), after);

        Dictionary<(long, string), LicenceRow> Read(RowFilter filter, string schema)
        {
            using var reader = new RowReader<LicenceRow>(context.Connection, [nameof(LicenceRow.TherapistId), nameof(LicenceRow.Position)], filter, schema);
            return reader.Read().ToDictionary(row => (row.TherapistId, SubjectKey.Of(LicenceKey.Of(row.State, row.Number)).Key));
        }
    }

    private enum Verdict { Confirmed, Changed, Ended, Ambiguous }

    /// <summary>A record that has a licence of the roster.</summary>
    private sealed record Claim(string Licence, long Therapist, string Member, bool IsOfAnother)
    {
        public (long Therapist, string Licence) Held => (Therapist, Licence);
    }
}
