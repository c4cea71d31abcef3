using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vetting;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// The members of a list as its rows come, and what must be unique among them. Only the last one is held whole: the others are with the
/// facts, and are fetched when a row further down adds a place.
/// </summary>
/// <param name="facts">Takes the members while the list has no errors.</param>
/// <param name="errors">Of the list.</param>
internal sealed class ListedMembers(IFileFacts facts, ImportErrors errors)
{
    private readonly Dictionary<string, Member?> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<Npi, Member> byNpi = [];
    private Member? last;

    public void Add(MemberRow row)
    {
        if (row.Cells is not { } cells)
        {
            // It was reported; the places of its member shall not be reported as orphans on top.
            byKey.TryAdd(row.Key, null);
            return;
        }

        if (row.Key.Length == 0)
            return;
        var known = byKey.TryGetValue(row.Key, out var member);
        if (row.Person is not { } person)
            AddPlace(row, cells, known, member);
        else if (known && member is not null)
            cells.Refuse("memberKey", "duplicate-member", row.Key, $"Line {member.Line} has this member already: keep one, or number further places with placeNumber.");
        else
            byKey[row.Key] = Begin(person, cells);
    }

    /// <summary>After the last row.</summary>
    public void Close()
    {
        if (last is { Record: { } record })
            last.Settle(record, errors.Count == 0 ? facts.Add(record) : null);
    }

    private Member Begin(SourceRecord person, RowCells cells)
    {
        Close();
        last = new Member(cells.Line, person);
        if (person.Npi is { } npi && !byNpi.TryAdd(npi, last) && NameComparison.AreClearlyDifferent(NameOf(byNpi[npi]), person.Name))
        {
            cells.Warn("npi", "npi-shared", npi.ToString(),
                $"Line {byNpi[npi].Line} gives the number to somebody else: neither is vetted by it until one is corrected.");
        }

        return last;
    }

    private void AddPlace(MemberRow row, RowCells cells, bool known, Member? member)
    {
        var at = 0;
        if (!known)
            cells.Refuse("placeNumber", "place-without-member", row.Key, "The member's first row is missing above: a further place follows the member.");
        if (MemberCells.PersonColumns.FirstOrDefault(column => !cells.IsEmpty(column)) is { } column)
            cells.Refuse(column, "not-a-place-column", null, "The person is told in the first row: leave the cell empty in rows of further places.");
        if (PlaceCells.Read(MemberCells.Provenance(cells.Context, member?.AsOf ?? cells.Context.Today), cells) is not { } place)
            cells.Refuse("zip", "missing-value", null, "A row of a further place needs the place: fill in city, state and zip.");
        else if (member is not null && !member.TryNumber(row.Number, out at))
            cells.Refuse("placeNumber", "duplicate-member", row.Key, $"The member has a place {row.Number} already: count on, or remove the row.");
        else if (member is { Record: { } record })
            member.Record = WithPlace(record, at, place);
        else if (member is { Position: { } position })
            facts.Replace(position, WithPlace(facts.At(position), at, place));
    }

    private static SourceRecord WithPlace(SourceRecord record, int at, PracticePlace place) => record with { Places = record.Places.Insert(at, place) };

    private PersonName NameOf(Member member) => member.Record?.Name ?? member.Name ?? facts.At(member.Position!.Value).Name;

    private sealed class Member(int line, SourceRecord record)
    {
        private readonly int firstPlaces = record.Places.Length;
        private List<int>? numbers;

        public int Line => line;

        public DateOnly AsOf { get; } = record.AsOf;

        /// <summary>While it is the last one.</summary>
        public SourceRecord? Record { get; set; } = record;

        /// <summary>Among the facts; null while it is the last one, and in a list with errors.</summary>
        public long? Position { get; private set; }

        /// <summary>Of a member that is nowhere else.</summary>
        public PersonName? Name { get; private set; }

        public void Settle(SourceRecord record, long? position)
        {
            Record = null;
            Position = position;
            Name = position is null ? record.Name : null;
        }

        /// <summary>Tells where among the places a further one belongs, unless its number is taken.</summary>
        public bool TryNumber(int number, out int at)
        {
            var before = ~(numbers ??= []).BinarySearch(number);
            at = firstPlaces + before;
            if (before < 0)
                return false;
            numbers.Insert(before, number);
            return true;
        }
    }
}
