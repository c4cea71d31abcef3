namespace ReferralDirectory.Tests.Import.Registers;

/// <summary>Lists of invented exclusions, as the OIG lays them out.</summary>
internal static class Leie
{
    private const string Header = "LASTNAME,FIRSTNAME,MIDNAME,BUSNAME,GENERAL,SPECIALTY,UPIN,NPI,DOB,ADDRESS,CITY,STATE,ZIP,EXCLTYPE,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n";

    public static string Of(params string[] rows) => Header + string.Concat(rows.Select(row => $"{row}\n"));

    /// <summary>A list of a size at which a row more or less is none to wonder about.</summary>
    public static string LongOf(params string[] rows) => Of([.. Others(200), .. rows]);

    /// <summary>Dates as the list writes them.</summary>
    public static string Row(
        string family, string given, string npi = "0000000000", string born = "19700302", string state = "TX", string on = "20200120", string reinstated = "00000000", string business = "") =>
        $"{family},{given},,{business},IND,THERAPIST,,{npi},{born},,AUSTIN,{state},78701,1128a1,{on},{reinstated},00000000,";

    private static IEnumerable<string> Others(int count) => Enumerable.Range(0, count).Select(i => Row($"Q{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}QQQ", "XAVIERA", state: "WY", on: "20190120"));
}
