using System.Security.Cryptography;

namespace ReferralDirectory.Import;

/// <summary>SHA-256 of what was imported, hexadecimal; of directories, over their files in the order of their names.</summary>
internal static class FileDigest
{
    public static async Task<string> OfAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[81_920];
        foreach (var file in paths.SelectMany(FilesOf))
        {
            await using var content = File.OpenRead(file);
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
                digest.AppendData(buffer, 0, read);
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    private static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path) ? Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [path];
}
