using ReferralDirectory.Import;

namespace ReferralDirectory.Tests.Import;

/// <summary>A file of a test, read.</summary>
/// <param name="Staged">What was read.</param>
/// <param name="Found">What was wrong.</param>
internal sealed record FileAsRead(FileContent Staged, ImportErrors Found)
{
    /// <summary>"row column code", in the order of the file.</summary>
    public IEnumerable<string> Errors => Found.Errors.Select(Short);

    public IEnumerable<string> Warnings => Found.Warnings.Select(Short);

    private static string Short(ImportError error) => string.Join(' ', new[] { $"{error.Row}", error.Column, error.Code }.Where(part => !string.IsNullOrEmpty(part)));
}
