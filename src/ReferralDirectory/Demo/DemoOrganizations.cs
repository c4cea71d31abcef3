namespace ReferralDirectory.Demo;

/// <summary>An invented trade organisation.</summary>
/// <param name="Id">Its code, and the end of its file's name.</param>
/// <param name="Percent">How many in a hundred of those who may join do.</param>
/// <param name="States">Null: everywhere.</param>
/// <param name="Modality">Only for those who offer it; null: for all.</param>
internal sealed record DemoOrganization(string Id, string Name, int Percent, string? States, string? Modality)
{
    public bool Admits(DemoPerson person) =>
        (States?.Contains(person.Places[0].Zip.State.PostalCode, StringComparison.Ordinal) ?? true)
        && (Modality is null || person.Modalities.Any(offered => offered.Code == Modality));
}

/// <summary>Five trade organisations with overlapping member lists, and the office that checks.</summary>
internal static class DemoOrganizations
{
    public const string VerificationOffice = "demo-verification-office";

    /// <summary>The first takes everyone whom no other has.</summary>
    public static IReadOnlyList<DemoOrganization> Lists { get; } =
    [
        new("demo-massage-alliance", "Demo Massage Alliance", 52, null, null),
        new("demo-bodywork-guild", "Demo Bodywork Guild", 38, null, null),
        new("demo-medical-massage-society", "Demo Medical Massage Society", 30, null, "medical-massage"),
        new("demo-lymphatic-network", "Demo Lymphatic Network", 70, null, "cdt"),
        new("demo-pacific-circle", "Demo Pacific Circle", 30, "WA OR CA AK HI NV ID", null),
    ];

    public static void Write(TextWriter csv)
    {
        csv.AppendRow("id", "name", "kind", "website", "synthetic");
        foreach (var organization in Lists)
            csv.AppendRow(organization.Id, organization.Name, "trade-organization", $"https://{organization.Id}.example.org", "yes");
        csv.AppendRow(VerificationOffice, "Demo Verification Office", "verification-office", null, "yes");
    }

    /// <summary>The lists that a person stands on: one to three; a single one for those whom no key would join.</summary>
    public static IReadOnlyList<DemoOrganization> Of(DemoPerson person, IReadOnlyList<DemoOrganization> lists, int seed)
    {
        var chance = Chance.For(seed ^ 0x4C49, person.Index);
        var most = person.Subject is null ? 1 : 3;
        var joined = lists.Where(organization => organization.Admits(person) && chance.Percent(organization.Percent)).Take(most).ToArray();
        return joined.Length > 0 ? joined : [lists[0]];
    }
}
