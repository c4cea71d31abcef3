using System.Collections.Immutable;
using ReferralDirectory.Matching.Gates;
using ReferralDirectory.Matching.Images;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Ranking.Rules;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Indexing;

/// <summary>What holds of the listings of a block on the day of the first session: licences, credentials, networks.</summary>
internal sealed class ServiceDayColumns
{
    /// <summary>Physicians and patients, by today and by the day before in the western zones. Who asks for another lowest tier takes turns with them.</summary>
    public const int TermsKept = 4;

    private readonly Block block;
    private readonly ulong[]?[] meets;
    private readonly NetworkColumn?[] networks;
    private readonly EvidenceKinds evidence;
    private readonly PerState<ulong[]> licensedAbroad;

    /// <summary>Of who pays without insurance, then of each network key.</summary>
    private readonly Recent<StandingTerms, StandingCandidates>?[] standing;

    private ServiceDayColumns(
        Block block, DateOnly day, KnowledgeTables knowledge, ulong[]?[] meets, SparseColumn<ModalitySet> certified, ulong[]? licensed,
        (NetworkColumn?[] Columns, EvidenceKinds Evidence) networks)
    {
        (this.block, this.meets, Certified, Licensed) = (block, meets, certified, licensed);
        (this.networks, evidence) = networks;
        licensedAbroad = new PerState<ulong[]>(state => LicensedIn(state, block, day, knowledge));
        standing = new Recent<StandingTerms, StandingCandidates>?[this.networks.Length + 1];
    }

    public static ServiceDayColumns Read(Block block, ImageReader from, DateOnly day, KnowledgeTables knowledge, NetworkKeys keys)
    {
        var rows = new ulong[]?[knowledge.Rows.CredentialRequirements.Length];
        from.Rows(rows);
        var (certified, licensed) = (new SparseColumn<ModalitySet>(from), from.Row());
        var columns = new NetworkColumn?[keys.Count];
        foreach (ref var column in columns.AsSpan())
            column = from.Optional(NetworkColumn.Read);
        return new ServiceDayColumns(block, day, knowledge, rows, certified, licensed, (columns, EvidenceKinds.Read(from)));
    }

    /// <summary>Licensed in the listing's state.</summary>
    public ulong[]? Licensed { get; }

    /// <summary>Of those who travel from another state: licensed for home visits in this one.</summary>
    public ulong[] LicensedAbroad(StateCode state) => licensedAbroad.For(state);

    /// <summary>The modalities for which there is a confirmed certificate.</summary>
    public SparseColumn<ModalitySet> Certified { get; }

    /// <param name="requirement">The requirement's place in the tables.</param>
    public ulong[]? Meets(int requirement) => meets[requirement];

    /// <summary>Null: nobody here is in network for what is asked.</summary>
    public NetworkColumn? Network(int key) => networks[key];

    /// <summary>The raw values of the network rule on a day: <see cref="NetworkColumn.EvidenceOf"/> is a listing's place in them.</summary>
    public int[] NetworkRawOn(DateOnly asOf) => evidence.RawOn(asOf);

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

    /// <summary>Who passes the gates that ask neither about the order nor about a network.</summary>
    /// <param name="licensed">For the state of the visit.</param>
    /// <param name="tiers">In that state.</param>
    /// <param name="minTier">The lowest tier.</param>
    public ulong[] StandingRow(ulong[]? licensed, TierColumns tiers, int minTier)
    {
        var row = new ulong[Bits.Words];
        Bits.Or(row, licensed);
        Bits.And(row, block.Fixed.NotExcluded);
        Bits.And(row, tiers.AtLeast(Math.Clamp(minTier, 0, TierColumns.MostWithoutSpecialty)));
        Bits.And(row, block.Fixed.Accepting);
        return row;
    }

    public void Write(ImageWriter to)
    {
        to.Rows(meets);
        Certified.Write(to);
        to.Row(Licensed);
        foreach (var column in networks)
            to.Optional(column, static (column, to) => column.Write(to));
        evidence.Write(to);
    }

    private StandingCandidates StandingOf(int key, StandingTerms terms)
    {
        var (tiers, network) = (block.AsOf(terms.AsOf).Tiers, key < 0 ? null : networks[key]);
        var row = StandingRow(Licensed, tiers, terms.MinTier);
        if (key >= 0 && network is null)
            Array.Clear(row);
        network?.Keep(row);
        var raw = network is null ? NetworkEvidenceRule.RawOfSelfPay : NetworkRawOn(terms.AsOf);
        return new StandingCandidates(block, this, row, tiers, place => raw[network?.EvidenceOf(place) ?? 0], terms);
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

    /// <summary>Takes listings in rising order.</summary>
    /// <param name="day">Of the first session.</param>
    /// <param name="knowledge">What credentials and states ask for.</param>
    /// <param name="keys">The questions about networks.</param>
    public sealed class Builder(DateOnly day, KnowledgeTables knowledge, NetworkKeys keys)
    {
        private readonly ImmutableArray<CredentialRequirement> requirements = knowledge.Rows.CredentialRequirements;
        private readonly ulong[]?[] meets = new ulong[]?[knowledge.Rows.CredentialRequirements.Length];
        private readonly List<ModalitySet> certificates = [];
        private readonly NetworkColumns networks = new(keys, day);
        private ulong[]? licensed;
        private ulong[]? certified;

        public void Add(int place, in IndexedListing entry)
        {
            var (compiled, address) = (entry.Therapist, entry.Listing.Place.Address);
            if (compiled.CertifiedOn(day) is { IsEmpty: false } certificate)
            {
                Bits.Set(ref certified, place);
                certificates.Add(certificate);
            }

            if (LicensedGate.Holds(compiled.Profile, address.State, day, knowledge))
                Bits.Set(ref licensed, place);
            for (var requirement = 0; requirement < requirements.Length; requirement++)
            {
                if (CredentialedGate.Meets(requirements[requirement], compiled.Profile, day))
                    Bits.Set(ref meets[requirement], place);
            }

            networks.Add(place, compiled.Profile.Networks, address.Zip);
        }

        /// <param name="block">Whose columns these are.</param>
        public ServiceDayColumns Build(Block block) => new(
            block, day, knowledge, meets, new SparseColumn<ModalitySet>(certified ?? Bits.None, certificates), licensed, networks.Build());
    }
}
