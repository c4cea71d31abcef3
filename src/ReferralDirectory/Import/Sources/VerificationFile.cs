using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads checks for the ledger: licence rosters, exclusion lists, insurers' lists, documents seen. One check per row.</summary>
internal static class VerificationFile
{
    public static readonly CsvColumns Columns = CsvColumns.Of("subject aspect source method checkedOn outcome validUntil", "hours note");

    private const int LongestNote = 4_000;

    public static StagedImport Read(string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        if (context.Organization is null)
        {
            errors.Add(null, null, "organization-missing", null, "Say who checked: name the organisation.");
            return new StagedImport { Rows = 0 };
        }

        using var content = File.OpenRead(path);
        var rows = 0;
        var judged = CsvTable.StreamApart(content, Columns, errors).WorkAhead(row => (Row: row, Check: row.IsWhole ? ReadRow(new RowCells(row, context)) : null));
        foreach (var (row, check) in judged)
        {
            rows++;
            errors.Merge(row.Errors);
            if (check is not null && errors.Count == 0)
                facts.Add(check);
        }

        return new StagedImport { Rows = rows };
    }

    private static Verification ReadRow(RowCells cells)
    {
        var subject = Subject(cells);
        var (aspect, reference) = Aspect(subject, cells);
        var outcome = cells.Word<VerificationOutcome>("outcome", cells.Text("outcome"));
        var decides = aspect == VerificationAspect.Exclusion && reference.Length > 0;
        if (!VerificationOutcomes.Of(aspect).Contains(outcome))
            cells.Refuse("outcome", "outcome-not-of-aspect", $"{outcome}", $"The outcome does not answer the aspect: {VerificationOutcomes.ListFor(aspect)}.");
        else if (decides && outcome == VerificationOutcome.PossibleMatch)
            cells.Refuse("outcome", "decision-missing", $"{outcome}", "A decision says who it is: write clear for somebody else, excluded for this person.");
        if (aspect == VerificationAspect.Address && reference.Length > 0 && outcome != VerificationOutcome.Refuted)
            cells.Refuse("outcome", "outcome-not-of-aspect", $"{outcome}", "Mail that came back refutes the address: write refuted, or leave out :returned-mail.");
        if (decides && cells.IsEmpty("note"))
            cells.Refuse("note", "missing-value", null, "Write who decided, and why.");
        return new Verification
        {
            Subject = subject,
            Aspect = aspect,
            Reference = reference,
            Source = cells.Text("source"),
            Method = cells.Word<FactMethod>("method", cells.Text("method")),
            CheckedBy = cells.Context.Organization!.Id,
            CheckedOn = cells.PastDay("checkedOn"),
            Outcome = outcome,
            ValidUntil = cells.DayOrNull("validUntil"),
            Hours = Hours(aspect, outcome, cells),
            Note = cells.TextOrNull("note", LongestNote),
        };
    }

    private static SubjectKey Subject(RowCells cells)
    {
        var text = cells.Text("subject");
        if (!SubjectKey.TryParse(text, out var subject))
        {
            if (text.Length > 0)
                cells.Refuse("subject", "bad-subject", text, "Write npi:2000000010, licence:US-NY/012345 or member:organisation/key, for one place with @ZIP.");
            return default;
        }

        if (subject.Key.StartsWith("npi:", StringComparison.Ordinal) && Npi.TryParse(subject.Key[4..], out var npi))
            NpiCells.CheckKind("subject", npi, cells);
        if (subject.Zip is { } zip && cells.Context.Places.Find(zip) is null)
            cells.Refuse("subject", "unknown-zip", text, "No such ZIP code after the @: correct it.");
        return subject;
    }

    /// <summary><c>exclusion</c>, <c>exclusion:decision</c>, <c>address:returned-mail</c>, <c>certification:bctmb</c>, <c>network:aetna/aetna-open-choice</c>, <c>licence:US-NY/012345</c>.</summary>
    private static (VerificationAspect Aspect, string Reference) Aspect(SubjectKey subject, RowCells cells)
    {
        var text = cells.Text("aspect");
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var aspect = cells.Word<VerificationAspect>("aspect", colon < 0 ? text : text[..colon]);
        var reference = colon < 0 ? "" : text[(colon + 1)..].Trim();
        if (subject.Zip is not null && aspect is not (VerificationAspect.Network or VerificationAspect.Accepting or VerificationAspect.Address or VerificationAspect.Phone))
            cells.Refuse("subject", "zip-not-of-aspect", subject.ToString(), "The aspect is about the person, not about one place: leave out the @ZIP.");
        return (aspect, aspect switch
        {
            VerificationAspect.Licence => Licence(subject, reference, cells),
            VerificationAspect.Certification => cells.Known<Credential>("aspect", "credential", reference, cells.Context.Knowledge.Find).Value,
            VerificationAspect.Training => cells.Known<Modality>("aspect", "modality", reference, cells.Context.Knowledge.Find).Value,
            VerificationAspect.Network => NetworkCells.Read("aspect", reference, cells) is var (insurer, network) ? network is null ? insurer.Value : $"{insurer}/{network}" : "",
            VerificationAspect.Exclusion when string.Equals(reference, Verification.Decision, StringComparison.Ordinal) => reference,
            VerificationAspect.Address when string.Equals(reference, Verification.ReturnedMail, StringComparison.Ordinal) => reference,
            _ => None(reference, cells),
        });
    }

    private static string Licence(SubjectKey subject, string reference, RowCells cells)
    {
        if (subject.Key?.StartsWith("licence:", StringComparison.Ordinal) == true)
            return None(reference, cells);
        if (SubjectKey.TryParse($"licence:{reference}", out var licence) && licence.Zip is null)
            return licence.Key["licence:".Length..];
        cells.Refuse("aspect", "bad-licence", reference, "Say which licence: licence:US-NY/012345, or make it the subject.");
        return "";
    }

    private static string None(string reference, RowCells cells)
    {
        if (reference.Length > 0)
            cells.Refuse("aspect", "unexpected-reference", reference, "Nothing follows this aspect: leave out the colon and what stands behind it.");
        return "";
    }

    private static int? Hours(VerificationAspect aspect, VerificationOutcome outcome, RowCells cells)
    {
        var hours = cells.NumberOrNull("hours", 1, MemberCells.MostHours);
        var counted = aspect is VerificationAspect.Training or VerificationAspect.TrainingHours;
        if (counted && outcome == VerificationOutcome.Confirmed && hours is null)
            cells.Refuse("hours", "missing-value", null, "Write how many hours the document shows.");
        if (!counted && hours is not null)
            cells.Refuse("hours", "hours-not-of-aspect", $"{hours}", "Only training has hours: leave the cell empty.");
        return hours;
    }
}
