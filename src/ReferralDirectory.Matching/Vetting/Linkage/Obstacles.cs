namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>What keeps two records apart whatever the score: safety before completeness.</summary>
internal static class Obstacles
{
    /// <summary>Signs of two people. With one of them, nobody is asked to look unless all else would have merged the pair.</summary>
    public const MergeObstacles Contraries =
        MergeObstacles.DifferentNpi | MergeObstacles.DifferentLicence | MergeObstacles.DifferentSuffix | MergeObstacles.DifferentName | MergeObstacles.SameOrganization;

    public static MergeObstacles Contrary(LinkageRecord one, LinkageRecord other, AgreementVector agreements) =>
        When(agreements[LinkageField.Npi] == Agreement.Different, MergeObstacles.DifferentNpi)
        | When(agreements[LinkageField.Licence] == Agreement.Different, MergeObstacles.DifferentLicence)
        | When(agreements[LinkageField.NameSuffix] == Agreement.Different, MergeObstacles.DifferentSuffix)
        | When(agreements[LinkageField.GivenName] == Agreement.Different || AreClearlyDifferent(one, other), MergeObstacles.DifferentName)
        | When(one.SharesAnOrganization(other), MergeObstacles.SameOrganization);

    /// <summary>Those, and too little evidence besides the name.</summary>
    public static MergeObstacles Of(LinkageRecord one, LinkageRecord other, AgreementVector agreements) =>
        Contrary(one, other, agreements) | When(!IsCorroborated(agreements), MergeObstacles.Uncorroborated);

    private static bool IsCorroborated(AgreementVector agreements) =>
        agreements[LinkageField.Phone] == Agreement.Exact
        || agreements[LinkageField.Email] is Agreement.Exact or Agreement.Close
        || agreements[LinkageField.Place] is Agreement.Exact or Agreement.Close
        || agreements[LinkageField.Licence] is Agreement.Exact or Agreement.Close;

    private static bool AreClearlyDifferent(LinkageRecord one, LinkageRecord other) =>
        one.Group.Records.Any(mine => other.Group.Records.Any(theirs => NameComparison.AreClearlyDifferent(mine.Name, theirs.Name)));

    private static MergeObstacles When(bool holds, MergeObstacles obstacle) => holds ? obstacle : MergeObstacles.None;
}
