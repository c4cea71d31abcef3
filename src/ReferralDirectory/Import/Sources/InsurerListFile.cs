using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// An insurer's list of approved therapists, one row for each therapist, place and network:
/// <list type="bullet">
/// <item><c>family</c>, <c>given</c>: the name, as the insurer has it; needed.</item>
/// <item><c>npi</c>, <c>licence</c> (<c>NY:012345</c>): one of them is needed; where both are there the row counts under each, because lists of members may know one only.</item>
/// <item><c>zip</c>: the place that the row is about; empty: the therapist, wherever.</item>
/// <item><c>network</c>: a code of the catalogue; <c>plan</c>: code or name of a plan with one network; both empty: the insurer as a whole.</item>
/// <item><c>status</c>: <c>in</c>, also when empty, or <c>out</c>.</item>
/// <item><c>accepting</c>: <c>yes</c>, <c>no</c>, <c>existing-only</c>, about new patients of the network; empty: not said.</item>
/// <item><c>from</c>, <c>to</c>: first and last day; empty: from the day of the list, without an end.</item>
/// </list>
/// </summary>
internal static class InsurerListFile
{
    public const string Kind = "approved therapists";

    public static readonly CsvColumns Columns = CsvColumns.Of("family given", "npi licence zip network plan status accepting from to");

    public static StagedImport Read(string path, ImportContext context, IFileFacts facts, ImportErrors errors)
    {
        if (InsurerFeed.Of(path, context, ImportFormat.InsurerList, Kind, errors) is not { } feed)
            return new StagedImport { Rows = 0 };
        using var content = File.OpenRead(path);
        var (rows, taken, lines) = (0, 0, new Dictionary<(SubjectKey Subject, string Reference), int>());
        foreach (var row in CsvTable.Stream(content, Columns, errors))
        {
            rows++;
            if (row.IsWhole && Read(new RowCells(row, context), feed, lines, facts))
                taken++;
        }

        return feed.Staged(rows, taken);
    }

    /// <returns>Is it about something that no row before was about?</returns>
    private static bool Read(RowCells cells, InsurerFeed feed, Dictionary<(SubjectKey Subject, string Reference), int> lines, IFileFacts facts)
    {
        var name = new PersonName(cells.Text("given"), cells.Text("family"));
        var reference = Reference(cells, feed);
        var (from, to) = Period(cells);
        var outcome = cells.WordOrNull<ListStatus>("status") == ListStatus.Out ? VerificationOutcome.OutOfNetwork : VerificationOutcome.InNetwork;
        var accepting = Accepting(cells, outcome);
        var subjects = Subjects(cells);
        foreach (var subject in subjects)
        {
            facts.Add(feed.Entry(subject, name, VerificationAspect.Network, reference, outcome, feed.AsOf) with { ValidFrom = from, ValidUntil = to });
            if (accepting is { } answer)
                facts.Add(feed.Entry(subject, name, VerificationAspect.Accepting, reference, answer, feed.AsOf));
        }

        SubjectKey[] known = [.. subjects.Where(subject => !lines.TryAdd((subject, reference), cells.Line))];
        if (known is [var first, ..])
        {
            cells.Warn("family", "duplicate-row", first.ToString(),
                $"Line {lines[(first, reference)]} is about the same therapist, place and network: where they differ, the stricter one holds.");
        }

        return subjects.Length > 0 && known.Length == 0;
    }

    /// <summary>Under each key; none, having been said, where the row names nobody.</summary>
    private static SubjectKey[] Subjects(RowCells cells)
    {
        var licence = Licence(cells);
        SubjectKey[] keys = [.. new[] { NpiOr(licence, cells), licence }.OfType<SubjectKey>().Distinct()];
        if (cells.TextOrNull("zip") is not { } text || keys.Length == 0)
            return keys;
        if (!ZipCode.TryParse(text, out var zip) || cells.Context.Places.Find(zip) is null)
            cells.Refuse("zip", "unknown-zip", text, "No such ZIP code: correct it, and keep its leading zeros.");
        return Array.ConvertAll(keys, key => key with { Zip = zip });
    }

    private static SubjectKey? NpiOr(SubjectKey? licence, RowCells cells)
    {
        if (cells.TextOrNull("npi") is not { } text)
        {
            if (cells.IsEmpty("licence"))
                cells.Refuse("npi", "missing-key", null, "Give the NPI, or the licence as NY:012345: nobody can be known by a name alone.");
            return licence;
        }

        if (Npi.TryParse(text, out var npi))
            return SubjectKey.Of(npi);
        if (cells.Context.Feed.Npi == NpiPolicy.Strict)
            cells.Refuse("npi", "invalid-npi", text, "An NPI has ten digits, and the last must fit the others (check digit): correct it, or read the file with --npi lenient.");
        else
            cells.Warn("npi", "invalid-npi", text, $"The check digit is wrong, or it is not ten digits: {(licence is null ? "the row was left out" : "the licence alone was taken")}.");
        return licence;
    }

    private static SubjectKey? Licence(RowCells cells)
    {
        if (cells.TextOrNull("licence") is not { } text)
            return null;
        if (text.Split(':', StringSplitOptions.TrimEntries) is [var state, var number] && StateCode.TryParse(state, out var code) && number.Any(char.IsAsciiDigit))
            return SubjectKey.Of(LicenceKey.Of(code, number));
        cells.Refuse("licence", "bad-licence", text, "Write state and number as NY:012345.");
        return null;
    }

    /// <summary><c>insurer/network</c>, or <c>insurer</c>.</summary>
    private static string Reference(RowCells cells, InsurerFeed feed)
    {
        var insurer = feed.Insurer;
        if (cells.TextOrNull("network") is { } network)
            return NetworkCells.Read("network", $"{insurer.Id}/{network}", cells) is (_, { } code) ? $"{insurer.Id}/{code}" : insurer.Id.Value;
        if (cells.TextOrNull("plan") is not { } text)
            return insurer.Id.Value;
        var plan = InsurerLookup.FindPlan(cells.Context.Knowledge, insurer, text);
        if (plan is { Networks: [var only] })
            return $"{insurer.Id}/{only}";
        cells.Refuse("plan", plan is null ? "unknown-plan" : "ambiguous-plan", text, plan is null
            ? $"{insurer.Id} has no such plan: use a code or a name that the catalogue lists for it, or name the network."
            : $"The plan has several networks: name the one that is meant in the column network, {string.Join(" or ", plan.Networks)}.");
        return insurer.Id.Value;
    }

    private static (DateOnly? From, DateOnly? To) Period(RowCells cells)
    {
        var (from, to) = (cells.DayOrNull("from"), cells.DayOrNull("to"));
        if (from > to)
            cells.Refuse("to", "ends-before-start", $"{to:O}", "The last day lies before the first: correct one of them.");
        return (from, to);
    }

    private static VerificationOutcome? Accepting(RowCells cells, VerificationOutcome outcome)
    {
        var answer = cells.WordOrNull<AcceptingPatients>("accepting");
        if (answer is not (null or AcceptingPatients.Unknown) && outcome == VerificationOutcome.OutOfNetwork)
            cells.Refuse("accepting", "accepting-while-out", EnumWords.Of(answer.Value), "Who is out takes no patients of the network: leave the cell empty.");
        return answer switch
        {
            AcceptingPatients.Yes => VerificationOutcome.Yes,
            AcceptingPatients.No => VerificationOutcome.No,
            AcceptingPatients.ExistingOnly => VerificationOutcome.ExistingOnly,
            _ => null,
        };
    }

    private enum ListStatus { In, Out }
}
