namespace ReferralDirectory.Import;

internal enum ImportStage { Reading, Storing, Resolving, Publishing }

/// <summary>How far an import is. Resolving counts persons; the other stages say only that they began.</summary>
internal readonly record struct ImportProgress(ImportStage Stage, int Done, int Total);
