using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The monthly file of the National Plan and Provider Enumeration System. People with the wanted taxonomy in any of 15 places become
/// records of the register `nppes`: who they are and where they practise, as they stated it themselves, never a check of a credential. That
/// an NPI is somebody's, or was deactivated, is an entry of the ledger. Whoever is on file and was deactivated, or has left the profession,
/// keeps neither place nor licence.
/// </summary>
internal static class NppesFile
{
    public const string Feed = "nppes";

    /// <summary>Massage therapist, in the NUCC taxonomy.</summary>
    public const string MassageTherapist = "225700000X";

    private const string Source = "NPPES";

    public static StagedImport Read(string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        var feed = new StagedFeed(Feed, FeedDate.Of(path, context, errors), context.Feed.Mode);
        var (rows, organizations, otherwise, lines) = (0, 0, 0, new Dictionary<Npi, int>());
        using var content = File.OpenRead(path);
        foreach (var row in CsvTable.StreamApart(content, NppesRow.Columns, errors).WorkAhead(row => new NppesRow(row, context, feed.AsOf)))
        {
            rows++;
            errors.Merge(row.Errors);
            if (errors.Count > 0 || row.Npi is not { } npi)
                continue;
            if ((row.IsDeactivated || row.Record is not null) && !lines.TryAdd(npi, row.Line))
                errors.Add(row.Line, "NPI", "duplicate-npi", npi.ToString(), FormattableString.Invariant($"Line {lines[npi]} has this NPI already, and NPPES has each once: download the file again."));
            else if (row.IsDeactivated)
                facts.Add(Identity(npi, name: null, VerificationOutcome.Refuted, feed.AsOf, "NPI deactivated") with { ValidFrom = row.DeactivatedOn });
            else if (!row.IsPerson)
                organizations++;
            else if (row.Record is { } record)
                Add(record, npi, facts, feed.AsOf);
            else
                otherwise++;
            if (row.Record is null && context.HeldOfNppes.Has(npi.ToString()) && (row.IsDeactivated || (row.IsPerson && row.IsOfAnotherProfession)))
                facts.Add(context.HeldOfNppes.Read(npi.ToString()) with { Places = [], Licences = [] });
        }

        Count(organizations, "organizations-left-out", "Organisations have NPIs of their own and are not people: left out.", errors);
        Count(otherwise, "others-left-out", "People of other professions or states were left out.", errors);
        return new StagedImport { Rows = rows, Organizations = [Registers.Nppes], Feed = feed };
    }

    private static void Add(SourceRecord record, Npi npi, IFileFacts facts, DateOnly asOf)
    {
        facts.Add(record);
        facts.Add(Identity(npi, record.Name, VerificationOutcome.Confirmed, asOf, note: null));
    }

    private static Verification Identity(Npi npi, PersonName? name, VerificationOutcome outcome, DateOnly checkedOn, string? note) => new()
    {
        Subject = SubjectKey.Of(npi),
        SubjectName = name,
        Aspect = VerificationAspect.Identity,
        Source = Source,
        Method = FactMethod.PrimarySource,
        CheckedBy = Registers.Nppes.Id,
        CheckedOn = checkedOn,
        Outcome = outcome,
        Note = note,
    };

    private static void Count(int count, string code, string message, ImportErrors errors)
    {
        if (count > 0)
            errors.Warn(null, null, code, FormattableString.Invariant($"{count}"), message);
    }
}
