namespace ReferralDirectory.Import.Sources;

/// <summary>Which reader reads which format.</summary>
internal static class FileReaders
{
    public static StagedImport Read(ImportFormat format, string path, ImportContext context, IFileFacts facts, ImportErrors errors) => format switch
    {
        ImportFormat.Members => MemberListFile.Read(path, context, facts, errors),
        ImportFormat.Verifications => VerificationFile.Read(path, context, facts, errors),
        ImportFormat.Organizations => OrganizationFile.Read(path, context, errors),
        ImportFormat.Knowledge => KnowledgeFiles.Read(path, errors),
        ImportFormat.Leie => LeieFile.Read(path, context, errors),
        ImportFormat.Nppes => NppesFile.Read(path, context, facts, errors),
        ImportFormat.RosterTx => RosterFile.Read(TexasRoster.Layout, path, context, facts, errors),
        ImportFormat.RosterMo => RosterFile.Read(MissouriRoster.Layout, path, context, facts, errors),
        ImportFormat.RosterWa => RosterFile.Read(WashingtonRoster.Layout, path, context, facts, errors),
        ImportFormat.Roster => GenericRoster.Read(path, context, facts, errors),
        ImportFormat.Qhp => QhpFile.Read(path, context, facts, errors),
        ImportFormat.InsurerList => InsurerListFile.Read(path, context, facts, errors),
        ImportFormat.Icd10cm => Icd10ReleaseFile.Read(path, context, errors),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A format without a reader."),
    };
}
