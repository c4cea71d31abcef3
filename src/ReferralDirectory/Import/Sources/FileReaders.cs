namespace ReferralDirectory.Import.Sources;

/// <summary>Which reader reads which format.</summary>
internal static class FileReaders
{
    public static StagedImport Read(ImportFormat format, string path, ImportContext context, ImportErrors errors) => format switch
    {
        ImportFormat.Knowledge => KnowledgeFiles.Read(path, context, errors),
        _ => throw new ArgumentOutOfRangeException(nameof(format), format, "A format without a reader."),
    };
}
