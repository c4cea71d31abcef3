using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What is true of the listings of a block on every day: one row of bits for each yes-or-no fact, and a few columns of numbers.</summary>
internal sealed class FixedColumns
{
    private readonly ulong[]?[] inState = new ulong[]?[StateCode.All.Count + 1];
    private readonly ulong[]?[] genders = new ulong[]?[Enum.GetValues<Gender>().Length];
    private readonly ulong[]?[] settings = new ulong[]?[Enum.GetValues<CareSetting>().Length];
    private readonly Dictionary<string, ulong[]> speaking = new(StringComparer.OrdinalIgnoreCase);

    private FixedColumns(int count) => (Offering, Documented, Record) = (new ModalityRows(), new ModalityRows(), new int[count]);

    public FixedColumns(ImageReader from)
    {
        (Office, Travels, NotExcluded, Accepting) = (from.Row(), from.Row(), from.Row(), from.Row());
        (EveningHours, WeekendHours, WheelchairAccessible) = (from.Row(), from.Row(), from.Row());
        (Offering, Documented, Record) = (new ModalityRows(from), new ModalityRows(from), from.Column<int>());
        Several = from.Optional(static from => new SparseColumn<TherapistId>(from));
        from.Rows(inState);
        from.Rows(genders);
        from.Rows(settings);
        for (var count = from.Value<int>(); count > 0; count--)
            speaking.Add(from.Text(), from.Column<ulong>());
    }

    public ulong[]? Office { get; private set; }

    public ulong[]? Travels { get; private set; }

    /// <summary>Those whose therapist has another listing, here or elsewhere, with its id: the others stand for one therapist each.</summary>
    public SparseColumn<TherapistId>? Several { get; private set; }

    public ulong[]? NotExcluded { get; private set; }

    /// <summary>Takes new patients or does not say, as far as the listing goes; a network may say otherwise.</summary>
    public ulong[]? Accepting { get; private set; }

    public ulong[]? EveningHours { get; private set; }

    public ulong[]? WeekendHours { get; private set; }

    public ulong[]? WheelchairAccessible { get; private set; }

    public ModalityRows Offering { get; }

    /// <summary>With enough documented hours.</summary>
    public ModalityRows Documented { get; }

    /// <summary>The raw value of the record rule.</summary>
    public int[] Record { get; }

    public ulong[]? InState(StateCode state) => inState[state.Ordinal];

    /// <summary>The listings from which home visits in a state start in another one, and need its licence.</summary>
    public IEnumerable<int> TravellingAbroad(StateCode state)
    {
        ulong[] abroad = [.. Travels ?? []];
        Bits.AndNot(abroad, InState(state));
        return Bits.Places(abroad);
    }

    public ulong[]? OfGender(Gender gender) => genders[(int)gender];

    public ulong[]? OfSetting(CareSetting setting) => settings[(int)setting];

    /// <param name="subtag">The primary subtag of a language, <c>es</c> of <c>es-MX</c>.</param>
    public ulong[]? Speaking(ReadOnlySpan<char> subtag) =>
        speaking.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(subtag, out var row) ? row : null;

    public void Write(ImageWriter to)
    {
        foreach (var row in (ulong[]?[])[Office, Travels, NotExcluded, Accepting, EveningHours, WeekendHours, WheelchairAccessible])
            to.Row(row);
        Offering.Write(to);
        Documented.Write(to);
        to.Column<int>(Record);
        to.Optional(Several, static (column, to) => column.Write(to));
        to.Rows(inState);
        to.Rows(genders);
        to.Rows(settings);
        to.Value(speaking.Count);
        foreach (var (subtag, row) in speaking)
        {
            to.Text(subtag);
            to.Row(row);
        }
    }

    private void AddFlags(TherapistProfile therapist, PracticePlace place, int i)
    {
        if (VisitModes.HasOffice(place))
            Office = With(Office, i);
        if (VisitModes.Travels(place))
            Travels = With(Travels, i);
        if (NotExcludedGate.Passes(therapist))
            NotExcluded = With(NotExcluded, i);
        if (AcceptingGate.TakesPatients(place))
            Accepting = With(Accepting, i);
        if (place.EveningHours == true)
            EveningHours = With(EveningHours, i);
        if (place.WeekendHours == true)
            WeekendHours = With(WeekendHours, i);
        if (place.WheelchairAccessible == true)
            WheelchairAccessible = With(WheelchairAccessible, i);
        Bits.Set(ref inState[place.Address.State.Ordinal], i);
        if (therapist.Gender is { } gender)
            Bits.Set(ref genders[(int)gender.Value], i);
        if (place.Setting is { } setting)
            Bits.Set(ref settings[(int)setting], i);
        foreach (var language in therapist.Languages)
        {
            var subtag = PreferencesRule.PrimarySubtag(language.Value).ToString();
            speaking[subtag] = With(speaking.GetValueOrDefault(subtag), i);
        }
    }

    private static ulong[] With(ulong[]? row, int place)
    {
        Bits.Set(ref row, place);
        return row!;
    }

    /// <summary>Takes listings in rising order.</summary>
    /// <param name="count">How many will come.</param>
    public sealed class Builder(int count)
    {
        private readonly FixedColumns made = new(count);
        private readonly List<TherapistId> ids = [];
        private ulong[]? several;

        public void Add(int place, in IndexedListing entry)
        {
            var compiled = entry.Therapist;
            made.Offering.Add(place, compiled.Offered);
            made.Documented.Add(place, compiled.Documented);
            made.Record[place] = RecordRule.Raw(compiled.Profile.Referrals);
            made.AddFlags(compiled.Profile, entry.Listing.Place, place);
            if (compiled.Profile.Listings.Length == 1)
                return;
            Bits.Set(ref several, place);
            ids.Add(compiled.Id);
        }

        public FixedColumns Build()
        {
            made.Several = several is null ? null : new SparseColumn<TherapistId>(several, ids);
            return made;
        }
    }
}
