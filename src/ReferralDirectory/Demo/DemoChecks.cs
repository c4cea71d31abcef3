using System.Globalization;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>What the demonstration's verification office found: licence rosters, the exclusion list, documents, insurers' files.</summary>
internal sealed class DemoChecks
{
    private const string Primary = "primary-source";

    private readonly int seed;
    private readonly TextWriter licences;
    private readonly TextWriter exclusions;
    private readonly TextWriter training;
    private readonly TextWriter insurers;

    /// <param name="seed">Of the people.</param>
    /// <param name="create">Makes the file of a kind of register.</param>
    public DemoChecks(int seed, Func<string, TextWriter> create)
    {
        this.seed = seed;
        (licences, exclusions, training, insurers) = (Begin("licences"), Begin("exclusions"), Begin("training"), Begin("insurers"));

        TextWriter Begin(string subject)
        {
            var csv = create(subject);
            csv.AppendRow("subject", "aspect", "source", "method", "checkedOn", "outcome", "validUntil", "hours");
            return csv;
        }
    }

    public void Add(DemoPerson person)
    {
        if (person.Subject is null)
            return;
        var chance = Chance.For(seed ^ 0x4348, person.Index);
        AppendLicences(licences, person);
        AppendExclusion(exclusions, person, chance);
        AppendTraining(training, person, chance);
        AppendNetworks(insurers, person, chance);
    }

    private static void AppendLicences(TextWriter csv, DemoPerson person)
    {
        foreach (var licence in person.Licences)
        {
            if (licence.CheckedDay is not { } day)
                continue;
            csv.AppendRow(
                $"licence:{licence.State}/{licence.Number}", "licence", $"{licence.State.PostalCode} licence roster (demo)", Primary, DemoGenerator.Offset(day),
                EnumWords.Of(licence.Status), DemoGenerator.Offset(licence.ExpiresDay), null);
        }
    }

    private static void AppendExclusion(TextWriter csv, DemoPerson person, Chance chance)
    {
        // A check lapses after 31 days, and the demonstration is refreshed after 14.
        var (day, outcome) = person.Shortfall switch
        {
            DemoShortfall.ExclusionNotChecked => ((int?)null, VerificationOutcome.Clear),
            DemoShortfall.ExclusionCheckStale => (-chance.Between(35, 200), VerificationOutcome.Clear),
            DemoShortfall.PossibleExclusion => (-chance.Between(1, 16), VerificationOutcome.PossibleMatch),
            DemoShortfall.Excluded => (-chance.Between(1, 16), VerificationOutcome.Excluded),
            _ => (-chance.Between(1, 16), VerificationOutcome.Clear),
        };
        if (day is { } on)
            csv.AppendRow(person.Subject, "exclusion", "OIG exclusion list (demo)", Primary, DemoGenerator.Offset(on), EnumWords.Of(outcome), null, null);
    }

    private static void AppendTraining(TextWriter csv, DemoPerson person, Chance chance)
    {
        if (person is { HoursDocumented: true, Hours: { } hours })
            Append("training-hours", "School transcript (demo)", "organization", null, hours);
        foreach (var offered in person.Modalities)
        {
            if (offered.DocumentedHours is { } shown)
                Append($"training:{offered.Code}", "Course certificate (demo)", "organization", null, shown);
        }

        foreach (var held in person.Certificates.Where(held => held.Confirmed))
            Append($"certification:{held.Code}", "Issuer register (demo)", Primary, held.ExpiresDay, null);

        void Append(string aspect, string source, string method, int? until, int? hoursShown) => csv.AppendRow(
            person.Subject, aspect, source, method, DemoGenerator.Offset(-chance.Between(1, 200)), "confirmed",
            until is { } day ? DemoGenerator.Offset(day) : null, hoursShown?.ToString(CultureInfo.InvariantCulture));
    }

    private static void AppendNetworks(TextWriter csv, DemoPerson person, Chance chance)
    {
        foreach (var fact in person.Networks)
        {
            if (fact.Confirmed is { } inNetwork)
            {
                csv.AppendRow(
                    person.Subject, fact.Network is null ? $"network:{fact.Insurer}" : $"network:{fact.Insurer}/{fact.Network}", $"{fact.Insurer} file (demo)", "insurer-file",
                    DemoGenerator.Offset(fact.CheckedDay), inNetwork ? "in-network" : "out-of-network",
                    chance.Percent(25) ? DemoGenerator.Offset(chance.Between(60, 500)) : null, null);
            }
        }
    }
}
