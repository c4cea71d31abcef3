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
            foreach (var row in tables.RowsOf(file).Select(row => JsonSerializer.Serialize(file.Columns.Select(column => row[column]))).Order(StringComparer.Ordinal))
                Append(row);
        }

        return $"k-{Convert.ToHexStringLower(hash.GetHashAndReset())[..HexDigits]}";

        void Append(string line) => hash.AppendData(Encoding.UTF8.GetBytes(line + "\n"));
    }
}
