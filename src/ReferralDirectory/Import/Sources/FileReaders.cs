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
        ImportFormat.Qhp => QhpFile.Read(path, context, facts, errors),
        ImportFormat.InsurerList => InsurerListFile.Read(path, context, facts, errors),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A format without a reader."),
    };
}
