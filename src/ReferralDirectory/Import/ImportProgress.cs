namespace ReferralDirectory.Import;

internal enum ImportStage { Reading, Storing, Resolving, Publishing }

/// <summary>
/// How far an import is. Reading counts the entries taken, of a number that the end of the file tells; resolving counts persons; the other
/// stages say only that they began.
/// </summary>
internal readonly record struct ImportProgress(ImportStage Stage, int Done, int Total);
