namespace ReferralDirectory.Import;

/// <summary>Reads a file of a format; everything wrong with it goes to the errors.</summary>
internal delegate StagedImport ReadFile(ImportFormat format, string path, ImportContext context, ImportErrors errors);
