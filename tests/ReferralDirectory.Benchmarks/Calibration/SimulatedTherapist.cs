using System.Globalization;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Benchmarks.Calibration;

/// <summary>
/// One invented therapist as he or she really is on every day of eight years. Who changes does not do so by the model's half-lives: three of
/// four hardly ever move and one moves every third year; telephones change with every second move; lists of patients open and close in
/// bouts; contracts begin and end with a year.
/// </summary>
internal sealed class SimulatedTherapist
{
    public static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateOnly Begin = Today.AddYears(-8);

    private readonly int index;
    private readonly History address;
    private readonly History phone;
    private readonly History accepting;
    private readonly bool acceptedAtFirst;
    private readonly History name;
    private readonly History licence;
    private readonly History[] certificates;
    private readonly History[] modalities;
    private readonly bool[] exaggerates;
    private readonly (bool InAtFirst, History Turns)[] networks;

    public SimulatedTherapist(int index, Draw draw)
    {
        this.index = index;
        var moves = draw.Changes(Begin, Today, draw.Percent(75) ? .06 : .35).ToList();
        address = new History(moves);
        phone = new History(moves.Where(_ => draw.Percent(50)).Concat(draw.Changes(Begin, Today, .05)));
        acceptedAtFirst = draw.Percent(70);
        accepting = new History(draw.Percent(35) ? [] : draw.Turns(Begin, Today, acceptedAtFirst ? 620 : 200, acceptedAtFirst ? 200 : 620));
        name = new History(draw.Changes(Begin, Today, .012));
        LicenceEnds = Today.AddDays(draw.Between(-30, 730));
        licence = new History(draw.Changes(Begin, Today, .015));
        certificates = [.. Certificates.Select(_ => HeldBy(draw, draw.Percent(20) ? .25 : .001))];
        modalities = [.. Modalities.Select(_ => HeldBy(draw, .03))];
        exaggerates = [.. Enumerable.Range(0, Certificates.Length + Modalities.Length).Select(_ => draw.Percent(10))];
        networks = [.. Insurers.Select(_ => draw.Percent(45) ? (true, new History(WithTheYear(draw, 1_700, 2_500))) : (false, new History(WithTheYear(draw, 6_000, 1_700))))];
    }

    public static readonly Code<Insurer>[] Insurers = [.. new[] { "aetna", "cigna", "excellus-bcbs" }.Select(Code<Insurer>.Parse)];
    public static readonly Code<Credential>[] Certificates = [.. new[] { "bctmb", "clt-lana" }.Select(Code<Credential>.Parse)];
    public static readonly Code<Modality>[] Modalities = [.. new[] { "swedish", "mld", "deep-tissue" }.Select(Code<Modality>.Parse)];

    public Npi Npi
    {
        get
        {
            var nine = 200_000_000L + index;
            return new Npi((nine * 10) + Npi.CheckDigit(nine));
        }
    }

    public DateOnly LicenceEnds { get; }

    public LicenceKey Licence => LicenceKey.Of(StateCode.Parse("NY"), LicenceNumber);

    public string LicenceNumber => string.Create(CultureInfo.InvariantCulture, $"{100_000 + index}");

    public PersonName NameOn(DateOnly day) => new("Ana", string.Create(CultureInfo.InvariantCulture, $"Ortiz{(name.At(day) == 0 ? "" : $" Reyes{name.At(day)}")}"));

    /// <summary>The first line; every address that anybody ever has is one's own.</summary>
    public string AddressOn(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{(index * 100) + address.At(day)} Main Street");

    /// <summary>Who moves mostly moves into another ZIP code.</summary>
    public static ZipCode ZipOf(string line1) =>
        ZipCode.TryParse(string.Create(CultureInfo.InvariantCulture, $"132{10 + (line1.Sum(character => character) % 10)}"), out var zip) ? zip : throw new FormatException();

    public PhoneNumber PhoneOn(DateOnly day) => NumberOf((index * 40) + phone.At(day));

    public bool AcceptsOn(DateOnly day) => accepting.IsAsAtFirst(day) == acceptedAtFirst;

    public bool IsLicensedOn(DateOnly day) => licence.IsAsAtFirst(day);

    public bool HoldsOn(int certificate, DateOnly day) => certificates[certificate].IsAsAtFirst(day);

    public bool OffersOn(int modality, DateOnly day) => modalities[modality].IsAsAtFirst(day);

    /// <summary>What the therapist tells the organisations: one claim in ten goes beyond what was ever learned, and all of them repeat it.</summary>
    public bool ClaimsCertificateOn(int certificate, DateOnly day) => exaggerates[certificate] || HoldsOn(certificate, day);

    /// <inheritdoc cref="ClaimsCertificateOn"/>
    public bool ClaimsModalityOn(int modality, DateOnly day) => exaggerates[Certificates.Length + modality] || OffersOn(modality, day);

    public bool IsInNetworkOn(int insurer, DateOnly day) => networks[insurer].InAtFirst == networks[insurer].Turns.IsAsAtFirst(day);

    /// <summary>A number that is nobody's.</summary>
    public static string WrongAddress(Draw draw) => string.Create(CultureInfo.InvariantCulture, $"{draw.Between(1, 99)} Typing Error Road");

    public static PhoneNumber WrongPhone(Draw draw) => NumberOf(6_000_000 + draw.Between(0, 900_000));

    private static PhoneNumber NumberOf(int number) =>
        PhoneNumber.TryParse(string.Create(CultureInfo.InvariantCulture, $"315{2_000_000 + number}"), out var parsed) ? parsed : throw new FormatException();

    /// <summary>By every second therapist from the beginning, and then given up by some.</summary>
    private static History HeldBy(Draw draw, double changesPerYear) => new([.. draw.Percent(50) ? [] : new[] { Begin }, .. draw.Changes(Begin, Today, changesPerYear)]);

    private static IEnumerable<DateOnly> WithTheYear(Draw draw, double daysAsAtFirst, double daysElse) =>
        draw.Turns(Begin, Today, daysAsAtFirst, daysElse).Select(day => draw.Percent(60) ? new DateOnly(day.Year, 1, 1) : day);
}
