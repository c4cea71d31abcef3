using ReferralDirectory.Import;
using ReferralDirectory.Reviews;
using ReferralDirectory.Tests.Import.Registers;

namespace ReferralDirectory.Tests.Reviews;

public sealed class ParticularsTests
{
    [Fact]
    public async Task Whoever_decides_a_match_sees_the_entry_beside_what_is_on_file()
    {
        await using var bench = await RegisterBench.CreateAsync();
        await bench.ImportAsync(ImportFormat.Nppes, RegisterBench.Fixture("nppes-SYNTHETIC.csv"));
        await bench.ImportAsync(ImportFormat.Leie, RegisterBench.Fixture("leie-SYNTHETIC.csv"));

        var reviews = await bench.Store.Get<ReviewQueue>().ReadAsync(withDecided: false, CancellationToken.None);
        var munoz = Assert.Single(reviews, review => review.Name.EndsWith("Munoz", StringComparison.Ordinal));

        Assert.Equal(("OIG List of Excluded Individuals/Entities", "SHARON LYNN MUNOZ", new DateOnly(1983, 1, 25), null), (munoz.Listed!.Source, munoz.Listed.Name, munoz.Listed.BirthDate, munoz.Listed.Npi));
        Assert.Equal("OIG List of Excluded Individuals/Entities: SHARON LYNN MUNOZ; born 1983-01-25; MANCHESTER, CT; 1128a2 of 1992-09-02", munoz.Listed.ToString());
        var onFile = Assert.Single(munoz.OnFile);
        Assert.Equal("nppes: Sharon Munoz; Manchester, CT; NPI 2103484368; CT MA70567", onFile.ToString());
    }
}
