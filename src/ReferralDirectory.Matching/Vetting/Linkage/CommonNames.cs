using System.Collections.Frozen;
using System.Globalization;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// How many of 100,000 people in the United States bear one of the commonest family names, rounded (Census Bureau, 2010, public domain):
/// a short list cannot tell that its one Smith is one of very many.
/// </summary>
internal static class CommonNames
{
    private static readonly FrozenDictionary<string, double> Shares = (
        "smith 830,johnson 660,williams 550,brown 490,jones 480,garcia 400,miller 390,davis 380,rodriguez 370,martinez 360,hernandez 350,lopez 300,gonzalez 290,"
        + "wilson 270,anderson 270,thomas 260,taylor 250,moore 250,jackson 240,martin 240,lee 240,perez 230,thompson 230,white 220,harris 210,sanchez 210,clark 190,"
        + "ramirez 190,lewis 180,robinson 180,walker 180,young 160,allen 160,king 160,wright 160,scott 150,torres 150,nguyen 150,hill 150,flores 140,green 150,adams 140,"
        + "nelson 140,baker 140,hall 140,rivera 130,campbell 130,mitchell 130,carter 130,roberts 130,gomez 130,phillips 120,evans 120,turner 120,diaz 120,parker 110,cruz 110,"
        + "edwards 110,collins 110,reyes 110,stewart 110,morris 110,morales 110,murphy 100,cook 100,rogers 100,gutierrez 100,ortiz 100,morgan 100,cooper 100,peterson 90,bailey 90,"
        + "reed 90,kelly 90,howard 90,ramos 90,kim 90,cox 90,ward 90,richardson 90")
        .Split(',').Select(pair => pair.Split(' ')).ToFrozenDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture) / 100_000.0, StringComparer.Ordinal);

    /// <summary>Zero for all others.</summary>
    public static double ShareOf(string foldedFamilyName) => Shares.GetValueOrDefault(foldedFamilyName);
}
