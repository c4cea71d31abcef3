namespace ReferralDirectory.Import;

/// <summary>Reads a file of a format: what it says of people goes to the facts, everything wrong with it to the errors.</summary>
internal delegate StagedImport ReadFile(ImportFormat format, string path, ImportContext context, IFileFacts facts, ImportErrors errors);
