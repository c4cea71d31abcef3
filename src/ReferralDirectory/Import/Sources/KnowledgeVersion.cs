using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace ReferralDirectory.Import.Sources;

/// <summary>Names the content of the tables: the same rows have the same version, whatever their order, line endings and quotes.</summary>
internal static class KnowledgeVersion
{
    private const int HexDigits = 12;

    public static string Of(KnowledgeDirectory tables)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in KnowledgeFile.All)
        {
            Append(file.Path);
            var lines = tables.RowsOf(file).Select(row => JsonSerializer.Serialize(file.Columns.Select(column => row[column])));
            foreach (var line in lines.Order(StringComparer.Ordinal))
                Append(line);
        }

        return $"k-{Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits]}";

        void Append(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
