using System.Collections.Immutable;
using System.Globalization;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>
/// Reads lists of providers, item by item. A massage therapist's plans become entries "in network" at each ZIP of the addresses, or about
/// the person where there is none; plans and <c>accepting</c> stand at the provider, so an answer about new patients is one about the person.
/// </summary>
internal sealed class QhpProviders(InsurerFeed feed, QhpPlans plans, ImportContext context, IFileFacts facts)
{
    private const string WithoutAddress = "The file has no address with a ZIP code: about the provider, not about one place.";

    private readonly HashSet<Npi> taken = [];
    private int others;

    /// <summary>All providers.</summary>
    public int Rows { get; private set; }

    /// <summary>Massage therapists with an NPI and a plan.</summary>
    public int Taken => taken.Count;

    public void Read(string path, ImportErrors errors)
    {
        var (number, warnings) = (0, new CountedWarnings());
        foreach (var provider in JsonFile.Items<QhpProvider>(path, errors))
        {
            number++;
            Rows++;
            if (!IsMassageTherapist(provider))
                others++;
            else if (NpiOf(provider, number, warnings, errors) is { } npi)
                Say(npi, provider, number, warnings);
        }

        warnings.TellTo(errors);
    }

    public void TellTo(ImportErrors errors)
    {
        if (others > 0)
        {
            errors.Warn(null, "specialty", "not-massage", others.ToString(CultureInfo.InvariantCulture),
                $"Facilities and providers of other professions were left out; {Taken} massage therapist{(Taken == 1 ? " was" : "s were")} taken.");
        }
    }

    private static bool IsMassageTherapist(QhpProvider provider) =>
        (provider.Type is null ? !provider.Name.IsEmpty : provider.Type.Equals("INDIVIDUAL", StringComparison.OrdinalIgnoreCase))
        && provider.Speciality.Concat(provider.Specialty).Any(MassageSpecialty.Is);

    /// <summary>Null, having been said, where there is none by which the person could be known.</summary>
    private Npi? NpiOf(QhpProvider provider, int number, CountedWarnings warnings, ImportErrors errors)
    {
        if (provider.Npi is not { } text)
        {
            warnings.Add("missing-npi", number, "npi", null, "Massage therapists without an NPI were left out: nobody can be known by the rest.");
            return null;
        }

        if (Npi.TryParse(text, out var npi))
            return npi;
        if (context.Feed.Npi == NpiPolicy.Strict)
            errors.Add(number, "npi", "invalid-npi", text, "The check digit is wrong, or it is not ten digits: ask the insurer to correct it, or read the file with --npi lenient, without this item.");
        else
            errors.Warn(number, "npi", "invalid-npi", text, "The check digit is wrong, or it is not ten digits: the item was left out.");
        return null;
    }

    private void Say(Npi npi, QhpProvider provider, int number, CountedWarnings warnings)
    {
        var contracts = Contracts(provider, number, warnings);
        if (contracts.Count == 0)
        {
            warnings.Add("no-plan", number, "plans", npi.ToString(), "Massage therapists whom no plan covers were left out.");
            return;
        }

        if (!taken.Add(npi))
            warnings.Add("duplicate-provider", number, "npi", npi.ToString(), "Providers that stand there more than once: what they say was put together.");
        var subject = SubjectKey.Of(npi);
        var name = provider.Name is [{ Last: { } last } given, ..] ? new PersonName(given.First ?? "", last, given.Middle) : null;
        var checkedOn = CheckedOn(provider, number, warnings);
        var zips = Zips(provider, number, warnings);
        foreach (var (reference, contract) in contracts)
        {
            var (from, until) = contract.Period(feed.AsOf);
            foreach (var zip in zips)
            {
                facts.Add(feed.Entry(subject with { Zip = zip }, name, VerificationAspect.Network, reference, VerificationOutcome.InNetwork, checkedOn) with
                {
                    ValidFrom = from,
                    ValidUntil = until,
                    Note = zip is null ? WithoutAddress : null,
                });
            }

            if (contract.Accepting(zips.Length) is { } accepting)
                facts.Add(feed.Entry(subject, name, VerificationAspect.Accepting, reference, accepting, checkedOn));
        }
    }

    private SortedDictionary<string, QhpContract> Contracts(QhpProvider provider, int number, CountedWarnings warnings)
    {
        var contracts = new SortedDictionary<string, QhpContract>(StringComparer.Ordinal);
        foreach (var plan in provider.Plans)
        {
            if (!QhpPlans.IsWellFormed(plan.PlanId))
                warnings.Add("bad-plan-id", number, "plan_id", plan.PlanId, "Plan ids that are not HIOS ids, 14 characters such as 12345GA0010004.");
            var reference = plans.ReferenceOf(plan);
            if (!contracts.TryGetValue(reference, out var contract))
                contracts.Add(reference, contract = new QhpContract());
            contract.Add(plan.Years, year => warnings.Add("bad-year", number, "years", year, "Years that are none were left out."));
            contract.Add(plan.Accepting ?? provider.Accepting, word => warnings.Add(
                "unknown-accepting", number, "accepting", word, "Answers about new patients other than accepting, not accepting, accepting in some locations count as none."));
        }

        return contracts;
    }

    /// <summary>Each once; one null where there is none.</summary>
    private static ImmutableArray<ZipCode?> Zips(QhpProvider provider, int number, CountedWarnings warnings)
    {
        var zips = new SortedSet<ZipCode>();
        foreach (var address in provider.Addresses)
        {
            if (ZipCode.TryParse(address.Zip, out var zip))
                zips.Add(zip);
            else
                warnings.Add("bad-zip", number, "zip", address.Zip, "Addresses without a ZIP code of five digits were left out.");
        }

        if (zips.Count > 0)
            return [.. zips.Select(zip => (ZipCode?)zip)];
        warnings.Add("provider-level", number, "addresses", null, "Massage therapists without an address: their facts are about the provider, not about one place.");
        return [null];
    }

    /// <summary>The day of the record, which cannot be later than the file.</summary>
    private DateOnly CheckedOn(QhpProvider provider, int number, CountedWarnings warnings)
    {
        if (provider.LastUpdatedOn is not { } text)
            return feed.AsOf;
        if (LooseDate.TryParse(text, out var day))
            return day < feed.AsOf ? day : feed.AsOf;
        warnings.Add("bad-date", number, "last_updated_on", text, "Days that cannot be read: the day of the file was taken. Write 2026-01-31.");
        return feed.AsOf;
    }
}
