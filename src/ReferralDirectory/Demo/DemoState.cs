using System.Collections.Frozen;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Demo;

/// <summary>One state's share of the invented people, and an area code for their telephones.</summary>
/// <param name="Population">Thousands, rounded, around 2020; general knowledge, good enough for a spread.</param>
internal sealed record DemoState(StateCode State, int Population, int AreaCode)
{
    private const string Table =
        "AL 5024 205;AK 733 907;AZ 7152 602;AR 3012 501;CA 39538 213;CO 5774 303;CT 3606 203;DE 990 302;DC 690 202;FL 21538 305;GA 10712 404;HI 1455 808;"
        + "ID 1839 208;IL 12813 312;IN 6786 317;IA 3190 515;KS 2938 316;KY 4506 502;LA 4658 504;ME 1362 207;MD 6177 410;MA 7030 617;MI 10077 313;MN 5706 612;"
        + "MS 2961 601;MO 6155 314;MT 1084 406;NE 1962 402;NV 3105 702;NH 1378 603;NJ 9289 201;NM 2118 505;NY 20201 315;NC 10439 704;ND 779 701;OH 11799 614;"
        + "OK 3959 405;OR 4237 503;PA 13003 215;RI 1097 401;SC 5118 803;SD 887 605;TN 6911 615;TX 29146 214;UT 3272 801;VT 643 802;VA 8631 804;WA 7705 206;"
        + "WV 1794 304;WI 5894 414;WY 577 307";

    /// <summary>The fifty states and the District of Columbia.</summary>
    public static IReadOnlyList<DemoState> All { get; } = [.. Table.Split(';').Select(Parse)];

    public static FrozenDictionary<StateCode, DemoState> ByCode { get; } = All.ToFrozenDictionary(row => row.State);

    private static DemoState Parse(string row) =>
        row.Split(' ') is [var state, var population, var area] ? new DemoState(StateCode.Parse(state), Number(population), Number(area)) : throw new FormatException(row);

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
