using ReferralDirectory.Import;
using ReferralDirectory.Matching.Indexing;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Ranking;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Reviews;

namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>
/// Seven people of Texas, of whom two may be shown: whatever of their files comes in, and in whatever order, the other five never appear.
/// </summary>
public sealed class AnyOrderTests
{
    private const string Names = "Good Excluded Namesake Lapsed Unlicensed Interloper Fine";
    private static readonly string[] MayAppear = ["Good", "Fine"];

    private static readonly Organization Guild = new(Code<Organization>.Parse("demo-guild"), "Demo Guild", "trade-organisation", null, Synthetic: true);

    private static readonly Published MembersFile = new("members", ImportFormat.Members, Members());
    private static readonly Published OtherMembers = new("other members", ImportFormat.Members, Members().Replace("m-", "again-", StringComparison.Ordinal));
    private static readonly Published ExclusionList = new("exclusions", ImportFormat.Leie, Exclusions());

    /// <summary>What is published of them; the roster gives Interloper's number to somebody else, and does not know Unlicensed.</summary>
    private static readonly Published[] Files =
        [MembersFile, OtherMembers, new("roster", ImportFormat.RosterTx, Roster()), ExclusionList, new("checks", ImportFormat.Verifications, Checks())];

    /// <summary>The month after: Excluded is listed without the NPI, Namesake as Wedded; the list has corrected number and state.</summary>
    private static readonly Published[] SecondMonth =
    [
        new("later members", ImportFormat.Members, Later(MembersFile.Text), DaysAgo: 0),
        new("other later members", ImportFormat.Members, Later(OtherMembers.Text), DaysAgo: 0),
        new("later roster", ImportFormat.RosterTx, Roster(), DaysAgo: 0),
        new("later exclusions", ImportFormat.Leie, Exclusions().Replace(NpiOf(1), "0000000000", StringComparison.Ordinal).Replace("DALLAS,TX", "TULSA,OK", StringComparison.Ordinal), DaysAgo: 0),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Nobody_unlicensed_or_excluded_appears_after_any_imports_in_any_order(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 3; round++)
        {
            await using var bench = await BenchAsync();
            var order = Files.Concat(Files).OrderBy(_ => random.Next()).Take(random.Next(1, 9)).ToList();
            foreach (var file in order)
            {
                await ImportAsync(bench, file);
                Assert.Empty(Appearing(bench).Except(MayAppear));
            }
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task Whoever_was_found_does_not_appear_though_the_second_month_renames_moves_and_drops_numbers(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 2; round++)
        {
            await using var bench = await BenchAsync();
            foreach (var file in Files.OrderBy(_ => random.Next()))
                await ImportAsync(bench, file);
            foreach (var file in SecondMonth.Concat(Files).Concat(SecondMonth).OrderBy(_ => random.Next()))
            {
                await ImportAsync(bench, file);
                if (random.Next(4) == 0)
                    await ConfirmAsync(bench);
                Assert.Empty(Appearing(bench).Except(MayAppear));
            }

            Assert.Equal(MayAppear.Order(), Appearing(bench).Order());
        }
    }

    /// <summary>So that the property cannot hold for want of people who would appear.</summary>
    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task After_all_of_them_whoever_is_sound_appears(int seed)
    {
        var random = new Random(seed);
        await using var bench = await BenchAsync();

        foreach (var file in Files.OrderBy(_ => random.Next()))
            await ImportAsync(bench, file);

        Assert.Equal(MayAppear.Order(), Appearing(bench).Order());
    }

    private static async Task<RegisterBench> BenchAsync()
    {
        var bench = await RegisterBench.CreateAsync();
        await bench.ImportTextAsync(ImportFormat.Organizations, $"id,name,kind,website,synthetic\n{Guild.Id},{Guild.Name},{Guild.Kind},,yes\n");
        await bench.Store.Get<Importer>().ImportAsync(
            new ImportRequest { Path = Shipped.SeedData, Format = ImportFormat.Knowledge }, progress: null, CancellationToken.None);
        return bench;
    }

    private static async Task ImportAsync(RegisterBench bench, Published file)
    {
        var report = await bench.ImportTextAsync(file.Format, file.Text, file.DaysAgo, organization: file.Format is ImportFormat.Members or ImportFormat.Verifications ? Guild.Id : null);
        Assert.True(report.Succeeded || report.Errors is [{ Code: "older-file" }], $"{file.Name}: {report.Errors.FirstOrDefault()}");
    }

    /// <summary>A person looks at a match and finds that it is the therapist.</summary>
    private static async Task ConfirmAsync(RegisterBench bench)
    {
        foreach (var review in await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: true, CancellationToken.None))
        {
            if (review.Kind == ReviewKind.PossibleExclusion)
                Assert.Null(await bench.Store.Get<ReviewDecisions>().DecideAsync(review.Id, "excluded", "K. Reed: the same person.", CancellationToken.None));
        }
    }

    private static string Later(string members) => members.Replace("2026-10-01", "2026-11-01", StringComparison.Ordinal)
        .Replace(NpiOf(1), "", StringComparison.Ordinal).Replace(",Pat,Namesake,", ",Pat,Wedded,", StringComparison.Ordinal);

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

    private static string Members()
    {
        var people = Names.Split(' ').Select((name, i) =>
            $"m-{name},2026-10-01,Pat,{name},{NpiOf(i)},yes,{(name == "Unlicensed" ? "" : $"TX:MT10000{i}:Licensed Massage Therapist:active::2027-12-31")},swedish:certified:700,1 Main St,Austin,TX,78701,clinic,yes");
        return "memberKey,asOf,given,family,npi,liability,licences,modalities,line1,city,state,zip,setting,accepting\n" + string.Join('\n', people) + "\n";
    }

    private static string Roster()
    {
        const string header = "\"LICENSE TYPE\",\"LICENSE NUMBER\",\"LICENSE EXPIRATION DATE\",\"COUNTY\",\"NAME\",\"MAILING ADDRESS LINE1\",\"MAILING ADDRESS LINE2\",\"MAILING ADDRESS CITY, STATE ZIP\",\"PHONE NUMBER\",\"BUSINESS NAME\",\"BUSINESS ADDRESS-LINE1\",\"BUSINESS ADDRESS-LINE2\",\"BUSINESS CITY, STATE ZIP\",\"BUSINESS COUNTY CODE\",\"BUSINESS COUNTY\",\"BUSINESS ZIP\",\"BUSINESS PHONE\",\"LICENSE SUBTYPE\",\"CONTINUING EDUCATION FLAG\"";
        var rows = Names.Split(' ').Select((name, i) => (name, i)).Where(person => person.name != "Unlicensed").Select(person =>
            $"\"Massage Therapist\",\"MT10000{person.i}\",\"{(person.name == "Lapsed" ? "01/31/2025" : "12/31/2027")}\",\"TRAVIS\",\"{(person.name == "Interloper" ? "STRANGE, QUINN" : $"{person.name.ToUpperInvariant()}, PAT")}\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"0453\",\"TRAVIS\",\"\",\"\",\"MT\",\"N\"");
        return header + "\n" + string.Join('\n', rows) + "\n";
    }

    private static string Exclusions() =>
        $"LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n"
        + $"SOMEBODY,ELSE,,,IND,THERAPIST,,{NpiOf(1)},19700101,,AUSTIN,TX,78701,1128a1,20200101,00000000,00000000,\n"
        + "NAMESAKE,PAT,,,IND,THERAPIST,,0000000000,19700101,,DALLAS,TX,75201,1128b4,20200101,00000000,00000000,\n";

    private static string Checks() =>
        "subject,aspect,source,method,checkedOn,outcome,validUntil,hours,note\n"
        + string.Join('\n', Names.Split(' ').Select((_, i) => $"npi:{NpiOf(i)},training-hours,School transcript,organization,2026-10-01,confirmed,,700,")) + "\n";

    private static string NpiOf(int person)
    {
        var nine = 200_500_000L + person;
        return $"{(nine * 10) + Npi.CheckDigit(nine)}";
    }

    private static ZipCode ZipOf(string text) => ZipCode.TryParse(text, out var zip) ? zip : throw new FormatException(text);

    private static Icd10Code CodeOf(string text) => Icd10Code.TryParse(text, out var code) ? code : throw new FormatException(text);

    /// <summary>A file, and how long ago it was true.</summary>
    private sealed record Published(string Name, ImportFormat Format, string Text, int DaysAgo = 30);
}
