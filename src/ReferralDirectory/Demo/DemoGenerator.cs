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

    /// <summary>Writes person after person to all files at once, so that any number can be made.</summary>
    /// <param name="world">Who is made.</param>
    /// <param name="create">Makes the file of a name.</param>
    public static void Generate(DemoWorld world, Func<string, TextWriter> create)
    {
        DemoOrganizations.Write(create(OrganizationsFile));
        var lists = world.Lists.Select(organization => new DemoMemberList(organization, world.Seed, create($"{MembersPrefix}{organization.Id}.csv"))).ToList();
        var checks = new DemoChecks(world.Seed, subject => create($"{VerificationsPrefix}{subject}.csv"));
        foreach (var person in new DemoPeople(world.Seed, new DemoPlaces(world.Places), world.Knowledge).Make(world.Count))
        {
            var joined = DemoOrganizations.Of(person, world.Lists, world.Seed);
            foreach (var list in lists)
                list.Add(person, joined);
            checks.Add(person);
        }
    }

    public static void Write(string directory, DemoWorld world)
    {
        Directory.CreateDirectory(directory);
        var files = new List<StreamWriter>();
        try
        {
            Generate(world, Create);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
        }

        StreamWriter Create(string name)
        {
            var file = new StreamWriter(Path.Combine(directory, name), append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            files.Add(file);
            return file;
        }
    }

    /// <summary><c>D-45</c>, <c>D+730</c>.</summary>
    public static string Offset(int days) => days.ToString("'D'+0;'D'-0;'D'+0", CultureInfo.InvariantCulture);

    /// <summary>A row, with quotes where RFC 4180 asks for them.</summary>
    public static void AppendRow(this TextWriter csv, params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                csv.Write(',');
            var cell = cells[i] ?? "";
            if (cell.AsSpan().IndexOfAny(",\"\n") >= 0)
                csv.Write($"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
            else
                csv.Write(cell);
        }

        csv.Write('\n');
    }
}

/// <summary>Which people are to be invented.</summary>
internal sealed record DemoWorld(int Count, int Seed, PlaceTable Places, KnowledgeTables Knowledge)
{
    /// <summary>The lists on which they stand.</summary>
    public IReadOnlyList<DemoOrganization> Lists { get; init; } = DemoOrganizations.Lists;
}
