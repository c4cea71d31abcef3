using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Store;

/// <summary>Keeps the knowledge tables: the insurers' catalogue as rows, each clinical table as one document.</summary>
internal static class KnowledgeStore
{
    /// <summary>The version of a store into which no knowledge was imported.</summary>
    public const string NoVersion = "none";

    public static KnowledgeRows Read(SqliteConnection connection, string version)
    {
        var documents = RowReader<KnowledgeTableRow>.List(connection, nameof(KnowledgeTableRow.Name)).ToDictionary(row => row.Name, row => row.Payload, StringComparer.Ordinal);
        return new KnowledgeRows
        {
            Version = version,
            Sources = Document<KnowledgeSource>(nameof(KnowledgeRows.Sources)),
            Modalities = Document<Modality>(nameof(KnowledgeRows.Modalities)),
            Conditions = Document<Condition>(nameof(KnowledgeRows.Conditions)),
            Icd10Titles = Document<Icd10Title>(nameof(KnowledgeRows.Icd10Titles)),
            Indications = Document<Indication>(nameof(KnowledgeRows.Indications)),
            Screening = Document<ScreeningRow>(nameof(KnowledgeRows.Screening)),
            ScreeningAnswers = Document<ScreeningAnswer>(nameof(KnowledgeRows.ScreeningAnswers)),
            Credentials = Document<Credential>(nameof(KnowledgeRows.Credentials)),
            CredentialRequirements = Document<CredentialRequirement>(nameof(KnowledgeRows.CredentialRequirements)),
            StateRules = Document<StateRule>(nameof(KnowledgeRows.StateRules)),
            StateZones = Document<StateZone>(nameof(KnowledgeRows.StateZones)),
            Insurers = [.. RowReader<InsurerRow>.List(connection, nameof(InsurerRow.Position)).Select(ToInsurer)],
            Networks = [.. RowReader<NetworkRow>.List(connection, nameof(NetworkRow.Position)).Select(ToNetwork)],
            Plans = [.. RowReader<PlanRow>.List(connection, nameof(PlanRow.Position)).Select(ToPlan)],
        };

        ImmutableArray<T> Document<T>(string name) =>
            documents.TryGetValue(name, out var payload) ? StoreJson.Read<ImmutableArray<T>>(payload) : [];
    }

    /// <summary>Puts the rows in place of all that were there.</summary>
    public static void Replace(DirectoryContext context, KnowledgeRows rows)
    {
        // Networks and plans go with their insurers.
        context.Run($"DELETE FROM main.\"{TableShape<InsurerRow>.Table}\"; DELETE FROM main.\"{TableShape<KnowledgeTableRow>.Table}\"");
        using (var insurers = new RowInserter<InsurerRow>(context))
            insurers.Insert(rows.Insurers.Select(ToRow));
        using (var networks = new RowInserter<NetworkRow>(context))
            networks.Insert(rows.Networks.Select(ToRow));
        using (var plans = new RowInserter<PlanRow>(context))
            plans.Insert(rows.Plans.Select(ToRow));

        using var documents = new RowInserter<KnowledgeTableRow>(context);
        Write(nameof(KnowledgeRows.Sources), rows.Sources);
        Write(nameof(KnowledgeRows.Modalities), rows.Modalities);
        Write(nameof(KnowledgeRows.Conditions), rows.Conditions);
        Write(nameof(KnowledgeRows.Icd10Titles), rows.Icd10Titles);
        Write(nameof(KnowledgeRows.Indications), rows.Indications);
        Write(nameof(KnowledgeRows.Screening), rows.Screening);
        Write(nameof(KnowledgeRows.ScreeningAnswers), rows.ScreeningAnswers);
        Write(nameof(KnowledgeRows.Credentials), rows.Credentials);
        Write(nameof(KnowledgeRows.CredentialRequirements), rows.CredentialRequirements);
        Write(nameof(KnowledgeRows.StateRules), rows.StateRules);
        Write(nameof(KnowledgeRows.StateZones), rows.StateZones);

        void Write<T>(string name, ImmutableArray<T> records) =>
            documents.Insert(new KnowledgeTableRow { Name = name, Payload = StoreJson.Write(records) });
    }

    private static Insurer ToInsurer(InsurerRow row) =>
        new(row.Id, row.Name, [.. row.Aliases], row.Kind, [.. row.States.Select(StateCode.Parse)], row.Source);

    private static Network ToNetwork(NetworkRow row) => new(row.Id, row.Insurer, row.Name);

    private static Plan ToPlan(PlanRow row) => new(row.Insurer, row.Id, row.Name, row.Kind, [.. row.Networks.Select(Code<Network>.Parse)]);

    private static InsurerRow ToRow(Insurer insurer, int position) => new()
    {
        Id = insurer.Id,
        Position = position,
        Name = insurer.Name,
        Aliases = [.. insurer.Aliases],
        Kind = insurer.Kind,
        States = [.. insurer.States.Select(state => state.PostalCode)],
        Source = insurer.Source,
    };

    private static NetworkRow ToRow(Network network, int position) =>
        new() { Id = network.Id, Position = position, Insurer = network.Insurer, Name = network.Name };

    private static PlanRow ToRow(Plan plan, int position) => new()
    {
        Insurer = plan.Insurer,
        Id = plan.Id,
        Position = position,
        Name = plan.Name,
        Kind = plan.Kind,
        Networks = [.. plan.Networks.Select(network => network.Value)],
    };
}
