using System.Collections.Immutable;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Import.Sources;

/// <summary>Reads what therapists can hold, what an order can ask of them, and how the states regulate them.</summary>
internal static class CredentialRows
{
    public static ImmutableArray<Credential> Credentials(KnowledgeDirectory tables) => tables.Read(
        KnowledgeFile.Credentials,
        cells => new Credential(
            cells.OwnCode<Credential>("code"), cells.Text("name"), cells.Text("issuer"), cells.Word<CredentialKind>("kind"),
            cells.References<Modality>("modalities", KnowledgeFile.Modalities), cells.NumberOrNull("minimumHours"), cells.NumberOrNull("renewYears"),
            cells.Source(), cells.Sureness()));

    public static ImmutableArray<CredentialRequirement> Requirements(KnowledgeDirectory tables) => tables.Read(KnowledgeFile.CredentialRequirements, cells =>
    {
        var row = new CredentialRequirement(
            cells.OwnCode<CredentialRequirement>("code").Value, cells.Text("name"), cells.References<Condition>("conditions", KnowledgeFile.Conditions),
            cells.Names("findings", KnowledgeFile.Screening), cells.References<Modality>("modalities", KnowledgeFile.Modalities),
            cells.References<Credential>("acceptedCredentials", KnowledgeFile.Credentials),
            cells.ReferenceOrNull<Modality>("trainingModality", KnowledgeFile.Modalities), cells.NumberOrNull("trainingHours"), cells.Text("text"),
            cells.Source(), cells.Sureness(), cells.Date("effectiveFrom"));
        CheckRequirement(row, cells);
        return row;
    });

    public static ImmutableArray<StateRule> StateRules(KnowledgeDirectory tables) => tables.Read(KnowledgeFile.StateRules, cells =>
    {
        var rule = new StateRule(
            cells.State("state"), cells.Word<LicensingRegime>("regime"), cells.TextOrNull("title"), cells.NumberOrNull("hours"), cells.TextOrNull("exam"),
            cells.TextOrNull("continuingEducation"), cells.Date("effectiveFrom"), cells.DateOrNull("effectiveTo"), cells.Source(), cells.Sureness(),
            cells.TextOrNull("note"));
        if (rule.EffectiveTo < rule.EffectiveFrom)
            cells.Refuse("effectiveTo", "bad-date", cells.Text("effectiveTo"), "The rule ends before it begins: correct one of the two days.");
        return rule;
    });

    public static ImmutableArray<StateZone> StateZones(KnowledgeDirectory tables) => tables.Read(KnowledgeFile.StateZones, cells =>
    {
        var zone = new StateZone(cells.State("state"), cells.Text("zone"));
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone.Zone, out _))
            cells.Refuse("zone", "unknown-zone", zone.Zone, "Write a zone of the IANA time zone database: America/New_York.");
        return zone;
    });

    private static void CheckRequirement(CredentialRequirement row, KnowledgeCells cells)
    {
        if (row.Conditions.IsEmpty && row.Findings.IsEmpty && row.Modalities.IsEmpty)
            cells.Refuse("conditions", "row-without-trigger", null, "The row would never be asked for: name conditions, findings or modalities.");
        if (row.TrainingModality is null != row.TrainingHours is null)
            cells.Refuse("trainingHours", "training-incomplete", null, "Name both the modality and the hours of the training, or neither.");
        if (row.AcceptedCredentials.IsEmpty && row.TrainingHours is null)
            cells.Refuse("acceptedCredentials", "requirement-unmeetable", null, "Nobody could meet it: accept a credential or hours of training.");
    }
}
