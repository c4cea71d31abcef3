using ReferralDirectory.Matching.Explanation;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What holds of the listings of a block on the day of the first session: licences, credentials, networks.</summary>
internal sealed class ServiceDayColumns
{
    /// <summary>Physicians and patients, by today and by the day before in the western zones.</summary>
    private const int TermsKept = 4;

    private readonly Block block;
    private readonly ulong[]?[] meets;
    private readonly NetworkColumn?[] networks;
    private readonly PerState<ulong[]> licensedAbroad;

    /// <summary>Of who pays without insurance, then of each network key.</summary>
    private readonly Recent<StandingTerms, StandingCandidates>?[] standing;

    /// <param name="block">Whose columns these are.</param>
    /// <param name="entries">Its listings, unpacked.</param>
    /// <param name="day">Of the first session.</param>
    /// <param name="knowledge">What credentials and states ask for.</param>
    /// <param name="keys">The questions about networks.</param>
    public ServiceDayColumns(Block block, IndexedListing[] entries, DateOnly day, KnowledgeTables knowledge, NetworkKeys keys)
    {
        this.block = block;
        var requirements = knowledge.Rows.CredentialRequirements;
        meets = new ulong[]?[requirements.Length];
        Certified = new ModalityRows(entries, therapist => therapist.CertifiedOn(day));
        ulong[]? licensed = null;
        for (var i = 0; i < entries.Length; i++)
        {
            var (compiled, place) = (entries[i].Therapist, entries[i].Listing.Place);
            if (LicensedGate.Holds(compiled.Profile, place.Address.State, day, knowledge))
                Bits.Set(ref licensed, i);
            for (var requirement = 0; requirement < requirements.Length; requirement++)
            {
                if (CredentialedGate.Meets(requirements[requirement], compiled.Profile, day))
                    Bits.Set(ref meets[requirement], i);
            }
        }

        Licensed = licensed;
        networks = NetworkColumns(entries, keys, keys.On(day));
        licensedAbroad = new PerState<ulong[]>(state => LicensedIn(state, block, day, knowledge));
        standing = new Recent<StandingTerms, StandingCandidates>?[keys.Count + 1];
    }

    public ServiceDayColumns(Block block, ImageReader from, DateOnly day, KnowledgeTables knowledge, NetworkKeys keys)
    {
        this.block = block;
        meets = new ulong[]?[knowledge.Rows.CredentialRequirements.Length];
        from.Rows(meets);
        (Certified, Licensed) = (new ModalityRows(from), from.Row());
        networks = new NetworkColumn?[keys.Count];
        foreach (ref var column in networks.AsSpan())
            column = from.Optional(NetworkColumn.Read);
        licensedAbroad = new PerState<ulong[]>(state => LicensedIn(state, block, day, knowledge));
        standing = new Recent<StandingTerms, StandingCandidates>?[keys.Count + 1];
    }

    /// <summary>Licensed in the listing's state.</summary>
    public ulong[]? Licensed { get; }

    /// <summary>Of those who travel from another state: licensed for home visits in this one.</summary>
    public ulong[] LicensedAbroad(StateCode state) => licensedAbroad.For(state);

    /// <summary>With a confirmed certificate.</summary>
    public ModalityRows Certified { get; }

    /// <param name="requirement">The requirement's place in the tables.</param>
    public ulong[]? Meets(int requirement) => meets[requirement];

    /// <summary>Null: nobody here is in network for what is asked.</summary>
    public NetworkColumn? Network(int key) => networks[key];

    /// <param name="key">Of the network; −1: the patient pays.</param>
    /// <param name="terms">Who asks, and when.</param>
    public StandingCandidates Standing(int key, StandingTerms terms)
    {
        ref var place = ref standing[key + 1];
        if (Volatile.Read(ref place) is not { } kept)
        {
            var made = new Recent<StandingTerms, StandingCandidates>(TermsKept, wanted => StandingOf(key, wanted));
            kept = Interlocked.CompareExchange(ref place, made, null) ?? made;
        }

        return kept.For(terms);
    }

    public void Write(ImageWriter to)
    {
        to.Rows(meets);
        Certified.Write(to);
        to.Row(Licensed);
        foreach (var column in networks)
            to.Optional(column, static (column, to) => column.Write(to));
    }

    private StandingCandidates StandingOf(int key, StandingTerms terms)
    {
        var network = key < 0 ? null : networks[key];
        return new StandingCandidates(block.Fixed, this, block.AsOf(terms.AsOf), network, network?.RawOn(terms.AsOf) ?? NetworkEvidenceRule.RawOfSelfPay, terms);
    }

    private static ulong[] LicensedIn(StateCode state, Block block, DateOnly day, KnowledgeTables knowledge)
    {
        ulong[]? licensed = null;
        foreach (var place in block.MayVisitAbroad(state))
        {
            if (LicensedGate.Holds(block.Unpack(place).Therapist.Profile, state, day, knowledge))
                Bits.Set(ref licensed, place);
        }

        return licensed ?? Bits.None;
    }

    private static NetworkColumn?[] NetworkColumns(ReadOnlySpan<IndexedListing> entries, NetworkKeys keys, NetworkQuestion[] questions)
    {
        var columns = new NetworkColumn.Builder?[keys.Count];
        var asked = new int[keys.Count];
        Array.Fill(asked, -1);
        for (var i = 0; i < entries.Length; i++)
        {
            var facts = entries[i].Therapist.Profile.Networks;
            foreach (var fact in facts)
            {
                foreach (var key in keys.AnsweredBy(fact.Insurer))
                {
                    // Several facts may be about one insurer: each question is put once.
                    if (asked[key] == i)
                        continue;
                    asked[key] = i;
                    if (NetworkRuling.Of(facts, entries[i].Listing.Place.Address.Zip, questions[key]) is { Status: NetworkStatus.InNetwork, Fact: { } ruling } found)
                        (columns[key] ??= new NetworkColumn.Builder()).Add(i, NetworkEvidenceRule.Trust(found, questions[key].PlanNetworks is not null), ruling);
                }
            }
        }

        return Array.ConvertAll(columns, builder => builder?.Build());
    }
}
