namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>
/// Which of telephone, e-mail and place two records share, as a small number. Strangers share them together when they share them at all:
/// Fellegi and Sunter's sum supposes that they do not, so what is too much is taken off again.
/// </summary>
internal static class SharedContact
{
    public const int Count = 12;
    private const int Emails = 2;
    private const int Places = 4;

    public static int Of(AgreementVector agreements) =>
        (agreements[LinkageField.Phone] == Agreement.Exact ? 1 : 0)
        + (agreements[LinkageField.Email] == Agreement.Exact ? Emails : 0)
        + (Places * agreements[LinkageField.Place] switch
        {
            Agreement.Exact or Agreement.Close => 2,
            Agreement.SameZip => 1,
            _ => 0,
        });

    /// <summary>Only a telephone or an e-mail address beside something else says less than both in a sum; ZIP and door are one field.</summary>
    public static bool IsSeveral(int contact) => (contact % Places, contact / Places) is (3, _) or (not 0, not 0);

    /// <summary>A telephone, an e-mail address or a door.</summary>
    public static bool IsAny(AgreementVector agreements) => Of(agreements) is var contact && (contact % Places != 0 || contact / Places == 2);

    public static bool AndFamilyName(AgreementVector agreements) =>
        agreements[LinkageField.FamilyName] is Agreement.Exact or Agreement.Folded && IsAny(agreements);

    /// <summary>How often strangers would share just this if they shared one regardless of the other.</summary>
    public static double IfIndependent(int contact, Func<LinkageField, Agreement, double> strangers) =>
        Shares(contact, strangers).Aggregate(1.0, (product, share) => product * share);

    public static double Rarest(int contact, Func<LinkageField, Agreement, double> strangers) => Shares(contact, strangers).Min();

    private static IEnumerable<double> Shares(int contact, Func<LinkageField, Agreement, double> strangers)
    {
        if ((contact & 1) != 0)
            yield return strangers(LinkageField.Phone, Agreement.Exact);
        if ((contact & Emails) != 0)
            yield return strangers(LinkageField.Email, Agreement.Exact);
        if (contact / Places == 2)
            yield return strangers(LinkageField.Place, Agreement.Exact) + strangers(LinkageField.Place, Agreement.Close);
        else if (contact / Places == 1)
            yield return strangers(LinkageField.Place, Agreement.SameZip);
    }
}
