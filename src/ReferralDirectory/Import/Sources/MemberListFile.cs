using System.Collections.Immutable;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// Reads a trade organisation's member list. A member's first row says all about the person and the first place; further places follow in
/// rows that hold the member key, <c>placeNumber</c> 2, 3 … and the place's columns only.
/// </summary>
internal static class MemberListFile
{
    public static readonly CsvColumns Columns = CsvColumns.Of(
        "memberKey asOf given family",
        string.Join(' ', [.. MemberCells.PersonColumns.Except(["asOf", "given", "family"], StringComparer.Ordinal), "placeNumber", .. PlaceCells.Columns]));

    private const int MostPlaces = 100;

    public static StagedImport Read(string path, ImportContext context, ImportErrors errors)
    {
        if (context.Organization is null)
        {
            errors.Add(null, null, "organization-missing", null, "Say whose list it is: name the organisation.");
            return new StagedImport { Rows = 0 };
        }

        using var content = File.OpenRead(path);
        var members = new Members();
        var rows = 0;
        foreach (var row in CsvTable.Stream(content, Columns, errors))
        {
            rows++;
            if (row.IsWhole)
                members.Add(row, new RowCells(row, context, errors));
            else
                members.Skip(row);
        }

        return new StagedImport { Rows = rows, Records = members.ToRecords() };
    }

    /// <summary>The members read so far, and what must be unique among them.</summary>
    private sealed class Members
    {
        private readonly Dictionary<string, Member?> byKey = new(StringComparer.Ordinal);
        private readonly Dictionary<Npi, Member> byNpi = [];

        /// <summary>A misshapen row was reported; the places of its member shall not be reported as orphans on top.</summary>
        public void Skip(CsvRow row) => byKey.TryAdd(row["memberKey"], null);

        public void Add(CsvRow row, RowCells cells)
        {
            var key = cells.Text("memberKey");
            var number = cells.NumberOrNull("placeNumber", 1, MostPlaces) ?? 1;
            if (key.Length == 0)
                return;
            var known = byKey.TryGetValue(key, out var member);
            if (number > 1)
                AddPlace(key, number, known, member, cells);
            else if (known && member is not null)
                cells.Refuse("memberKey", "duplicate-member", key, $"Line {member.Line} has this member already: keep one, or number further places with placeNumber.");
            else
                byKey[key] = Checked(new Member(row.Line, MemberCells.Read(key, cells)), cells);
        }

        public ImmutableArray<SourceRecord> ToRecords() => [.. byKey.Values.OfType<Member>().Select(member => member.ToRecord())];

        private static void AddPlace(string key, int number, bool known, Member? member, RowCells cells)
        {
            if (!known)
                cells.Refuse("placeNumber", "place-without-member", key, "The member's first row is missing above: a further place follows the member.");
            if (MemberCells.PersonColumns.FirstOrDefault(column => !cells.IsEmpty(column)) is { } column)
                cells.Refuse(column, "not-a-place-column", null, "The person is told in the first row: leave the cell empty in rows of further places.");
            if (PlaceCells.Read(member?.From ?? MemberCells.Provenance(cells.Context, cells.Context.Today), cells) is not { } place)
                cells.Refuse("zip", "missing-value", null, "A row of a further place needs the place: fill in city, state and zip.");
            else if (member?.Places.TryAdd(number, place) == false)
                cells.Refuse("placeNumber", "duplicate-member", key, $"The member has a place {number} already: count on, or remove the row.");
        }

        private Member Checked(Member member, RowCells cells)
        {
            if (member.Record.Npi is { } npi && !byNpi.TryAdd(npi, member) && NameComparison.AreClearlyDifferent(byNpi[npi].Record.Name, member.Record.Name))
            {
                cells.Warn("npi", "npi-shared", npi.ToString(),
                    $"Line {byNpi[npi].Line} gives the number to somebody else: neither is vetted by it until one is corrected.");
            }

            return member;
        }
    }

    private sealed class Member(int line, SourceRecord record)
    {
        public int Line => line;

        public SourceRecord Record => record;

        public Provenance From => record.Membership.From;

        /// <summary>Further places by number.</summary>
        public SortedDictionary<int, PracticePlace> Places { get; } = [];

        public SourceRecord ToRecord() => record with { Places = [.. record.Places, .. Places.Values] };
    }
}
