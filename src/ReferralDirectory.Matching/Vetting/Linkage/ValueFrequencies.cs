using System.Runtime.InteropServices;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// How often two strangers share a value: a Smith says less than a Zabriskie, a clinic's telephone less than one's own. Counted within one
/// organisation's list at a time, because that hardly names a person twice, so that a person on many lists does not make a name common.
/// </summary>
internal sealed class ValueFrequencies
{
    // A value is taken to be as common as the field's values are on the whole until half a pair of strangers has been seen; a name from
    // the census until five have been.
    private const double PairsSupposed = .5;
    private const double PairsOfTheCensus = 5;

    private readonly Dictionary<(LinkageField Field, string Value), (double Pairs, double Trials)> seen = [];

    public ValueFrequencies(IReadOnlyList<LinkageRecord> records)
    {
        var members = new Dictionary<string, int>(StringComparer.Ordinal);
        var holders = new Dictionary<(LinkageField Field, string Value, string Organization), int>();
        foreach (var record in records)
        {
            foreach (var organization in record.Organizations)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(members, organization, out _)++;
                foreach (var (field, value) in ValuesOf(record))
                    CollectionsMarshal.GetValueRefOrAddDefault(holders, (field, value, organization), out _)++;
            }
        }

        foreach (var ((field, value, organization), count) in holders)
        {
            ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, (field, value), out _);
            sum = (sum.Pairs + ((double)count * (count - 1)), sum.Trials + ((double)count * (members[organization] - 1)));
        }
    }

    /// <param name="field">Whose value.</param>
    /// <param name="value">Folded.</param>
    /// <param name="onTheWhole">How often two strangers share any value of the field.</param>
    public double AmongStrangers(LinkageField field, string value, double onTheWhole)
    {
        var (pairs, trials) = seen.GetValueOrDefault((field, value));
        var census = field == LinkageField.FamilyName ? CommonNames.ShareOf(value) : 0;
        var (supposed, share) = census > 0 ? (PairsOfTheCensus, census) : (PairsSupposed, onTheWhole);
        return (pairs + supposed) / (trials + (supposed / share));
    }

    private static IEnumerable<(LinkageField Field, string Value)> ValuesOf(LinkageRecord record) =>
    [
        .. record.Names.Select(name => (LinkageField.GivenName, name.Given)).Distinct(),
        .. record.Names.Select(name => (LinkageField.FamilyName, name.Family)).Distinct(),
        .. record.Phones.Select(phone => (LinkageField.Phone, phone)),
        .. record.Emails.Select(email => (LinkageField.Email, email)),
        .. record.Places.Select(place => (LinkageField.Place, place.Door)),
    ];
}
