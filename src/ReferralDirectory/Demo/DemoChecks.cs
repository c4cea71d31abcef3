using System.Globalization;
using System.Text;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>What the demonstration's verification office found: licence rosters, the exclusion list, documents, insurers' files.</summary>
internal static class DemoChecks
{
    private const string Primary = "primary-source";

    /// <summary>One file per kind of register.</summary>
    public static IEnumerable<(string Subject, string Text)> Write(IReadOnlyList<DemoPerson> people, int seed)
    {
        var (licences, exclusions, training, insurers) = (File(), File(), File(), File());
        foreach (var person in people.Where(person => person.Subject is not null))
        {
            var chance = Chance.For(seed ^ 0x4348, person.Index);
            AppendLicences(licences, person);
            AppendExclusion(exclusions, person, chance);
            AppendTraining(training, person, chance);
            AppendNetworks(insurers, person, chance);
        }

        return [("licences", licences.ToString()), ("exclusions", exclusions.ToString()), ("training", training.ToString()), ("insurers", insurers.ToString())];
    }

    private static StringBuilder File()
    {
        var csv = new StringBuilder();
        csv.AppendRow("subject", "aspect", "source", "method", "checkedOn", "outcome", "validUntil", "hours");
        return csv;
    }

    private static void AppendLicences(StringBuilder csv, DemoPerson person)
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

    private static void AppendExclusion(StringBuilder csv, DemoPerson person, Chance chance)
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

    private static void AppendTraining(StringBuilder csv, DemoPerson person, Chance chance)
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

    private static void AppendNetworks(StringBuilder csv, DemoPerson person, Chance chance)
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
