using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>What linkage looks at of one person as far as exact keys know: every value that any of the records states.</summary>
internal sealed class LinkageRecord
{
    private const string English = "en";

    public LinkageRecord(IdentityGroup group)
    {
        Group = group;
        var records = group.Records;
        Organizations = [.. records.Select(record => record.Organization.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Names = [.. records.Select(record => record.Name).Distinct().Select(name => new LinkageName(name))];
        Phones = [.. records.SelectMany(record => record.Places).Where(place => place.Phone is not null).Select(place => place.Phone!.Value.Value).Distinct(StringComparer.Ordinal)];
        Emails = [.. records.Where(record => !string.IsNullOrEmpty(record.Email)).Select(record => record.Email!.ToLowerInvariant()).Distinct(StringComparer.Ordinal)];
        Places = [.. records.SelectMany(record => record.Places).Select(place => new LinkagePlace(place)).DistinctBy(place => place.Door, StringComparer.Ordinal)];
        Licences = [.. records.SelectMany(record => record.Licences).Select(licence => (licence.Key, licence.IsForMassage)).Distinct()];
        Npis = [.. records.Where(record => record.Npi is not null).Select(record => record.Npi!.Value).Distinct()];
        Gender = records.Select(record => record.Gender).FirstOrDefault(gender => gender is not null);
        Languages = [.. records.SelectMany(record => record.Languages).Where(tag => !tag.StartsWith(English, StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
    }

    public IdentityGroup Group { get; }

    /// <summary>In order.</summary>
    public string[] Organizations { get; }

    public LinkageName[] Names { get; }

    public string[] Phones { get; }

    public string[] Emails { get; }

    public LinkagePlace[] Places { get; }

    public (LicenceKey Key, bool IsForMassage)[] Licences { get; }

    public Npi[] Npis { get; }

    public Gender? Gender { get; }

    /// <summary>Besides English, which says nothing.</summary>
    public string[] Languages { get; }

    /// <summary>Does one organisation list both? It would hardly list one person twice.</summary>
    public bool SharesAnOrganization(LinkageRecord other)
    {
        foreach (var organization in Organizations)
        {
            if (Array.IndexOf(other.Organizations, organization) >= 0)
                return true;
        }

        return false;
    }
}
