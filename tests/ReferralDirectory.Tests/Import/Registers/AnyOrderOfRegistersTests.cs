using ReferralDirectory.Import;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>
/// Seven people of Texas whose licences checks name by their NPIs, and NPPES beside them: once the board and the exclusion list have spoken,
/// in whatever order and among whatever else, only two may be shown.
/// </summary>
public sealed class AnyOrderOfRegistersTests
{
    private const string Names = "Good Excluded Revoked Lapsed Taken Ambiguous Fine";
    private static readonly string[] MayAppear = ["Good", "Fine"];
    private static readonly string[] HaveToSpeak = ["roster", "exclusions"];

    private static readonly Organization Guild = new(Code<Organization>.Parse("demo-guild"), "Demo Guild", "trade-organisation", null, Synthetic: true);

    private static readonly (string Name, ImportFormat Format, string Text)[] Files =
    [
        ("members without licences", ImportFormat.Members, Members("m-", withLicence: false)),
        ("other members", ImportFormat.Members, Members("again-", withLicence: true)),
        ("nppes", ImportFormat.Nppes, Nppes()),
        ("roster", ImportFormat.Roster, Roster()),
        ("exclusions", ImportFormat.Leie, Exclusions()),
        ("checks", ImportFormat.Verifications, Checks()),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Once_board_and_list_have_spoken_nobody_unlicensed_or_excluded_appears_and_the_others_do(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2; round++)
        {
            await using var bench = await BenchAsync();
            var come = new HashSet<string>();
            foreach (var file in Files.Concat(Files).OrderBy(_ => random.Next()))
            {
                await ImportAsync(bench, file);
                come.Add(file.Name);
                if (HaveToSpeak.All(come.Contains))
                    Assert.Empty(Appearing(bench).Except(MayAppear));
            }

            Assert.Equal(MayAppear.Order(), Appearing(bench).Order());
        }
    }

    private static async Task<RegisterBench> BenchAsync()
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, $"id,name,kind,website,synthetic\n{Guild.Id},{Guild.Name},{Guild.Kind},,yes\n");
        await bench.Store.Get<Importer>().ImportAsync(
            new ImportRequest { Path = Shipped.SeedData, Format = ImportFormat.Knowledge }, progress: null, CancellationToken.None);
        return bench;
    }

    private static async Task ImportAsync(RegisterBench bench, (string Name, ImportFormat Format, string Text) file)
    {
        var report = await bench.ImportTextAsync(
            file.Format, file.Text, feed: new FeedOptions { State = file.Format == ImportFormat.Roster ? StateCode.Parse("TX") : null },
            organization: file.Format is ImportFormat.Members or ImportFormat.Verifications ? Guild.Id : null);
        Assert.True(report.Succeeded, $"{file.Name}: {report.Errors.FirstOrDefault()}");
    }

    private static IEnumerable<string> Appearing(RegisterBench bench)
    {
        var index = MatchIndexCompiler.Compile(bench.Store.Reader.ReadAll(CancellationToken.None));
        var order = new MatchCriteria
        {
            Audience = Audience.Physician,
            Place = Shipped.Places.Find(ZipOf("78701"))!.Point,
            PatientState = StateCode.Parse("TX"),
            Coverage = new Coverage(CoverageKind.SelfPay),
            Order = new Order { Modalities = [Code<Modality>.Parse("swedish")], Diagnoses = [Diagnosis.Of(CodeOf("M54.50"))], ScreeningAnswers = [ScreeningAnswer.None] },
            AsOf = RegisterBench.Today,
            ServiceDate = RegisterBench.Today,
            Limit = 100,
        };
        return Ranker.Match(index, order, new RankingOptions()).Results.Select(hit => hit.Therapist.Name.Value.Family).Distinct();
    }

    private static string Members(string prefix, bool withLicence) => "memberKey,asOf,given,family,npi,liability,licences,modalities,line1,city,state,zip,setting,accepting\n"
        + OfEveryone((name, i) => $"{prefix}{name},2026-11-01,Pat,{name},{NpiOf(i)},yes,{(withLicence ? $"TX:MT10000{i}:LMT" : "")},swedish:certified:700,1 Main St,Austin,TX,78701,clinic,yes");

    private static string Checks() => "subject,aspect,source,method,checkedOn,outcome,validUntil\n"
        + OfEveryone((_, i) => $"npi:{NpiOf(i)},licence:TX/MT10000{i},TDLR,primary-source,2026-11-01,active,2027-12-31");

    private static string Roster() => "number,given,family,status,expires,birthDate\n" + OfEveryone((name, i) => name switch
    {
        "Revoked" => $"10000{i},Pat,{name},revoked,2027-12-31,1970-01-01",
        "Lapsed" => $"10000{i},Pat,{name},active,2025-01-31,1970-01-01",
        "Taken" => $"10000{i},Quinn,{name},active,2027-12-31,1970-01-01",
        "Ambiguous" => $"10000{i},Pat,{name},active,2027-12-31,1970-01-01\n10000{i},Pat,{name},active,2027-12-31,1971-01-01",
        _ => $"10000{i},Pat,{name},active,2027-12-31,1970-01-01",
    });

    private static string Exclusions() =>
        "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n"
        + $"SOMEBODY,ELSE,,,IND,THERAPIST,,{NpiOf(1)},19700101,,AUSTIN,TX,78701,1128a1,20200101,00000000,00000000,\n";

    private static string Nppes()
    {
        var header = File.ReadLines(RegisterBench.Fixture("nppes-SYNTHETIC.csv")).First();
        var columns = header.Split(',').Select(column => column.Trim('"')).ToList();
        return $"{header}\n" + OfEveryone((name, i) =>
        {
            var cells = new string[columns.Count];
            Array.Fill(cells, "");
            (string Column, string Value)[] said =
            [
                ("NPI", NpiOf(i)), ("Entity Type Code", "1"), ("Provider Last Name (Legal Name)", name), ("Provider First Name", "PAT"), ("Last Update Date", "10/01/2026"),
                ("Healthcare Provider Taxonomy Code_1", "225700000X"), ("Provider License Number_1", $"MT10000{i}"), ("Provider License Number State Code_1", "TX"),
            ];
            foreach (var (column, value) in said)
                cells[columns.IndexOf(column)] = value;
            return string.Join(',', cells);
        });
    }

    private static string OfEveryone(Func<string, int, string> row) => string.Concat(Names.Split(' ').Select((name, i) => $"{row(name, i)}\n"));

    private static string NpiOf(int person)
    {
        var nine = 200_600_000L + person;
        return $"{(nine * 10) + Npi.CheckDigit(nine)}";
    }

    private static ZipCode ZipOf(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new FormatException(text);

    private static Icd10Code CodeOf(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException(text);
}
