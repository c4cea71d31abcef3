using System.Globalization;
using System.Text;
using ReferralDirectory.Geocoding;
using ReferralDirectory.Matching.Knowledge;

namespace ReferralDirectory.Demo;

/// <summary>
/// Invents therapists and writes what trade organisations say of them and what was checked. The same count, seed, places and knowledge give
/// the same bytes. Days are offsets from the import, so that the demonstration never rots.
/// </summary>
internal static class DemoGenerator
{
    public const int DefaultCount = 5_000;
    public const int DefaultSeed = 20_260;

    public const string OrganizationsFile = "organizations.csv";
    public const string MembersPrefix = "members-";
    public const string VerificationsPrefix = "verifications-";

    /// <summary>The files, by name, in the order in which they are imported.</summary>
    public static IReadOnlyList<(string Name, string Text)> Generate(int count, int seed, PlaceTable places, KnowledgeTables knowledge)
    {
        var people = new DemoPeople(seed, new DemoPlaces(places), knowledge).Make(count).ToArray();
        var files = new List<(string, string)> { (OrganizationsFile, DemoOrganizations.ToCsv()) };
        foreach (var organization in DemoOrganizations.Lists)
            files.Add(($"{MembersPrefix}{organization.Id}.csv", DemoMemberList.Write(organization, people, seed)));
        foreach (var (subject, rows) in DemoChecks.Write(people, seed))
            files.Add(($"{VerificationsPrefix}{subject}.csv", rows));
        return files;
    }

    public static void Write(string directory, int count, int seed, PlaceTable places, KnowledgeTables knowledge)
    {
        Directory.CreateDirectory(directory);
        foreach (var (name, text) in Generate(count, seed, places, knowledge))
            File.WriteAllText(Path.Combine(directory, name), text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
    }

    /// <summary><c>D-45</c>, <c>D+730</c>.</summary>
    public static string Offset(int days) => days.ToString("'D'+0;'D'-0;'D'+0", CultureInfo.InvariantCulture);

    /// <summary>A row, with quotes where RFC 4180 asks for them.</summary>
    public static void AppendRow(this StringBuilder csv, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                csv.Append(',');
            var cell = cells[i] ?? "";
            if (cell.AsSpan().IndexOfAny(",\"\n") >= 0)
                csv.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else
                csv.Append(cell);
        }

        csv.Append('\n');
    }
}
