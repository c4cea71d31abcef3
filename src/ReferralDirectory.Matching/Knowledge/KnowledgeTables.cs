using System.Collections.Frozen;
using System.Collections.Immutable;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Knowledge;

/// <summary>
/// All that the product knows besides the therapists: clinical tables, credentials, state rules, insurers. Immutable and versioned;
/// handed in whole, never read from files here. A new version is a new index.
/// </summary>
public sealed class KnowledgeTables
{
    private readonly FrozenDictionary<Code<Modality>, Modality> modalities;
    private readonly FrozenDictionary<Code<Condition>, Condition> conditions;
    private readonly FrozenDictionary<Code<Credential>, Credential> credentials;
    private readonly FrozenDictionary<Code<Insurer>, Insurer> insurers;
    private readonly FrozenDictionary<(Code<Insurer>, Code<Plan>), Plan> plans;
    private readonly FrozenDictionary<Code<Network>, Network> networks;
    private readonly FrozenDictionary<Icd10Code, string> icd10Titles;
    private readonly FrozenDictionary<Code<Condition>, ImmutableArray<Indication>> indications;
    private readonly FrozenDictionary<string, ImmutableArray<Condition>> conditionsByPrefix;
    private readonly FrozenDictionary<StateCode, string> zones;
    private readonly ImmutableArray<StateRule>[] stateRules = new ImmutableArray<StateRule>[StateCode.All.Count + 1];
    private readonly FrozenDictionary<string, string> citations;
    private readonly FrozenDictionary<Code<Modality>, int> modalityOrdinals;
    private readonly FrozenDictionary<Code<Credential>, ModalitySet> certifiedModalities;

    public KnowledgeTables(KnowledgeRows rows)
    {
        Rows = rows;
        modalities = rows.Modalities.ToFrozenDictionary(row => row.Code);
        conditions = rows.Conditions.ToFrozenDictionary(row => row.Code);
        credentials = rows.Credentials.ToFrozenDictionary(row => row.Code);
        insurers = rows.Insurers.ToFrozenDictionary(row => row.Id);
        networks = rows.Networks.ToFrozenDictionary(row => row.Id);
        plans = rows.Plans.ToFrozenDictionary(row => (row.Insurer, row.Id));
        icd10Titles = rows.Icd10Titles.ToFrozenDictionary(row => row.Code, row => row.Title);
        indications = rows.Indications.GroupBy(row => row.Condition).ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray());
        citations = rows.Sources.ToFrozenDictionary(row => row.Id, row => row.Citation, StringComparer.Ordinal);
        conditionsByPrefix = rows.Conditions
            .SelectMany(condition => condition.Icd10Prefixes.Select(prefix => (prefix, condition)))
            .GroupBy(pair => pair.prefix, pair => pair.condition, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
        Screening = new ScreeningRows(rows.Screening);
        zones = rows.StateZones.ToFrozenDictionary(row => row.State, row => row.Zone);
        Array.Fill(stateRules, []);
        foreach (var rules in rows.StateRules.GroupBy(row => row.State))
            stateRules[rules.Key.Ordinal] = [.. rules.OrderByDescending(rule => rule.EffectiveFrom)];
        if (rows.Modalities.Length > ModalitySet.Capacity)
            throw new ArgumentException($"At most {ModalitySet.Capacity} modalities are supported; the tables hold {rows.Modalities.Length}.", nameof(rows));
        modalityOrdinals = rows.Modalities.Select((row, ordinal) => (row.Code, ordinal)).ToFrozenDictionary(pair => pair.Code, pair => pair.ordinal);
        certifiedModalities = rows.Credentials.ToFrozenDictionary(row => row.Code, row => SetOf(row.Modalities));
    }

    /// <summary>Names the content: two equal versions hold the same rows.</summary>
    public string Version => Rows.Version;

    /// <summary>Every row, for listing.</summary>
    public KnowledgeRows Rows { get; }

    /// <summary>The safety rows by what may trigger them.</summary>
    internal ScreeningRows Screening { get; }

    public Modality? Find(Code<Modality> code) => modalities.GetValueOrDefault(code);

    /// <summary>The modalities as a set; codes that the tables do not know are left out.</summary>
    public ModalitySet SetOf(IEnumerable<Code<Modality>> codes) =>
        codes.Aggregate(ModalitySet.Empty, (set, code) => set | SetOf(code));

    /// <summary>The set of one modality; empty when the tables do not know it.</summary>
    public ModalitySet SetOf(Code<Modality> code) => modalityOrdinals.TryGetValue(code, out var ordinal) ? ModalitySet.Of(ordinal) : ModalitySet.Empty;

    public ModalitySet SetOfGroup(string group) =>
        SetOf(Rows.Modalities.Where(row => string.Equals(row.Group, group, StringComparison.Ordinal)).Select(row => row.Code));

    /// <summary>The codes of a set, in the order of the catalogue.</summary>
    public IEnumerable<Code<Modality>> CodesOf(ModalitySet set) => set.Ordinals.Select(ordinal => Rows.Modalities[ordinal].Code);

    /// <summary>The modalities that a credential certifies.</summary>
    public ModalitySet ModalitiesOf(Code<Credential> credential) => certifiedModalities.GetValueOrDefault(credential);

    /// <summary>The place of one of the tables' own requirements among them.</summary>
    internal int PlaceOf(CredentialRequirement requirement)
    {
        for (var place = 0; place < Rows.CredentialRequirements.Length; place++)
        {
            if (ReferenceEquals(Rows.CredentialRequirements[place], requirement))
                return place;
        }

        throw new ArgumentException("The requirement is of other tables.", nameof(requirement));
    }

    /// <summary>The modality's place in the catalogue, or −1.</summary>
    public int OrdinalOf(Code<Modality> code) => modalityOrdinals.GetValueOrDefault(code, -1);

    public Condition? Find(Code<Condition> code) => conditions.GetValueOrDefault(code);

    public Credential? Find(Code<Credential> code) => credentials.GetValueOrDefault(code);

    public Insurer? Find(Code<Insurer> id) => insurers.GetValueOrDefault(id);

    public Network? Find(Code<Network> id) => networks.GetValueOrDefault(id);

    public Plan? Find(Code<Insurer> insurer, Code<Plan> plan) => plans.GetValueOrDefault((insurer, plan));

    /// <summary>The official title, or null when the code is not in the loaded list.</summary>
    public string? TitleOf(Icd10Code code) => icd10Titles.GetValueOrDefault(code);

    /// <summary>The publication behind a row's source id; the id itself when the tables do not list it.</summary>
    public string CitationOf(string source) => citations.GetValueOrDefault(source, source);

    /// <summary>The indication rows of a condition that are in force on a day.</summary>
    public IEnumerable<Indication> IndicationsOf(Code<Condition> condition, DateOnly day) =>
        indications.GetValueOrDefault(condition, []).Where(row => row.EffectiveFrom <= day);

    /// <summary>The conditions whose prefix is the longest one that the code begins with: none, one or several.</summary>
    public ImmutableArray<Condition> ConditionsOf(Icd10Code code)
    {
        for (var length = code.Value.Length; length >= 3; length--)
        {
            if (conditionsByPrefix.TryGetValue(code.Value[..length], out var found))
                return found;
        }

        return [];
    }

    /// <summary>The rule in force; null when the tables say nothing of the state.</summary>
    public StateRule? StateRuleOn(StateCode state, DateOnly day)
    {
        foreach (var rule in stateRules[state.Ordinal])
        {
            if (rule.HoldsOn(day))
                return rule;
        }

        return null;
    }

    /// <summary>Is there, on any day, a rule of the state that asks for no licence?</summary>
    internal bool IsEverWithoutLicence(StateCode state)
    {
        foreach (var rule in stateRules[state.Ordinal])
        {
            if (!rule.RequiresLicence)
                return true;
        }

        return false;
    }

    /// <summary>Which day it is in a state at an instant; in UTC without a state, or for a state whose zone the tables do not name.</summary>
    public DateOnly DayIn(StateCode? state, DateTimeOffset instant)
    {
        var zone = state is { } known ? zones.GetValueOrDefault(known, "Etc/UTC") : "Etc/UTC";
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
    }
}

/// <summary>The rows of every table, as they were imported.</summary>
public sealed record KnowledgeRows
{
    public required string Version { get; init; }
    public ImmutableArray<KnowledgeSource> Sources { get; init; } = [];
    public ImmutableArray<Modality> Modalities { get; init; } = [];
    public ImmutableArray<Condition> Conditions { get; init; } = [];
    public ImmutableArray<Icd10Title> Icd10Titles { get; init; } = [];
    public ImmutableArray<Indication> Indications { get; init; } = [];
    public ImmutableArray<ScreeningRow> Screening { get; init; } = [];
    public ImmutableArray<ScreeningAnswer> ScreeningAnswers { get; init; } = [];
    public ImmutableArray<Credential> Credentials { get; init; } = [];
    public ImmutableArray<CredentialRequirement> CredentialRequirements { get; init; } = [];
    public ImmutableArray<StateRule> StateRules { get; init; } = [];
    public ImmutableArray<StateZone> StateZones { get; init; } = [];
    public ImmutableArray<Insurer> Insurers { get; init; } = [];
    public ImmutableArray<Network> Networks { get; init; } = [];
    public ImmutableArray<Plan> Plans { get; init; } = [];
}
