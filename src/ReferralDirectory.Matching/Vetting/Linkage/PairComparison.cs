using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>Two records compared in every field, with the values that both have: a rare one says more than a common one.</summary>
internal readonly struct PairComparison
{
    private const int FiguresOfALicence = 5;

    private PairComparison(AgreementVector agreements, LinkageName name, string? phone, string? email, string? door)
    {
        Agreements = agreements;
        Name = name;
        Phone = phone;
        Email = email;
        Door = door;
    }

    public AgreementVector Agreements { get; }

    /// <summary>Of the names of the first record, the one that agrees best.</summary>
    public LinkageName Name { get; }

    /// <summary>The values in common.</summary>
    public string? Phone { get; }

    public string? Email { get; }

    public string? Door { get; }

    public static PairComparison Of(LinkageRecord one, LinkageRecord other)
    {
        var (names, name) = CompareNames(one, other);
        var (phones, phone) = CompareText(one.Phones, other.Phones);
        var (emails, email) = CompareText(one.Emails, other.Emails);
        var (places, door) = ComparePlaces(one, other);
        var agreements = names
            .With(LinkageField.Phone, phones)
            .With(LinkageField.Email, emails)
            .With(LinkageField.Place, places)
            .With(LinkageField.Licence, CompareLicences(one, other))
            .With(LinkageField.Npi, CompareSets(one.Npis, other.Npis))
            .With(LinkageField.Gender, CompareGenders(one.Gender, other.Gender))
            .With(LinkageField.Language, CompareSets(one.Languages, other.Languages));
        return new PairComparison(agreements, name, phone, email, door);
    }

    private static (AgreementVector Agreements, LinkageName Name) CompareNames(LinkageRecord one, LinkageRecord other)
    {
        var best = (Agreements: default(AgreementVector), Name: one.Names[0]);
        var most = double.NegativeInfinity;
        foreach (var mine in one.Names)
        {
            foreach (var theirs in other.Names)
            {
                var agreements = CompareNames(mine, theirs);
                var bits = DefaultParameters.Value.Bits(LinkageField.GivenName, agreements[LinkageField.GivenName])
                    + DefaultParameters.Value.Bits(LinkageField.FamilyName, agreements[LinkageField.FamilyName]);
                if (bits > most)
                    (most, best) = (bits, (agreements, mine));
            }
        }

        return best;
    }

    private static AgreementVector CompareNames(LinkageName one, LinkageName other)
    {
        var (given, family) = (NameAgreement.OfGiven(one, other), NameAgreement.OfFamily(one, other));
        if (given == Agreement.Different && family == Agreement.Different && NameAgreement.AreSwapped(one, other))
            (given, family) = (Agreement.Swapped, Agreement.Missing);
        return default(AgreementVector)
            .With(LinkageField.GivenName, given)
            .With(LinkageField.FamilyName, family)
            .With(LinkageField.MiddleName, NameAgreement.OfMiddle(one, other))
            .With(LinkageField.NameSuffix, NameAgreement.OfSuffix(one, other));
    }

    private static (Agreement Agreement, string? Common) CompareText(string[] one, string[] other)
    {
        if (one.Length == 0 || other.Length == 0)
            return (Agreement.Missing, null);
        var agreement = Agreement.Different;
        foreach (var mine in one)
        {
            foreach (var theirs in other)
            {
                if (mine == theirs)
                    return (Agreement.Exact, mine);
                if (IsSlip(mine, theirs))
                    agreement = Agreement.Close;
            }
        }

        return (agreement, null);
    }

    /// <summary>A figure in an e-mail address tells namesakes apart, so one that differs is no slip.</summary>
    private static bool IsSlip(string one, string other) =>
        TypingError.IsOneApart(one, other) && (one[0] == '+' || one.Where(char.IsAsciiDigit).SequenceEqual(other.Where(char.IsAsciiDigit)));

    private static (Agreement Agreement, string? Door) ComparePlaces(LinkageRecord one, LinkageRecord other)
    {
        if (one.Places.Length == 0 || other.Places.Length == 0)
            return (Agreement.Missing, null);
        var best = Agreement.Different;
        foreach (var mine in one.Places)
        {
            foreach (var theirs in other.Places)
            {
                var agreement = mine.With(theirs);
                if (agreement == Agreement.Exact)
                    return (Agreement.Exact, mine.Door);
                if (agreement < best)
                    best = agreement;
            }
        }

        return (best, null);
    }

    /// <summary>Only numbers of one board and one profession can speak against each other.</summary>
    private static Agreement CompareLicences(LinkageRecord one, LinkageRecord other)
    {
        var best = Agreement.Missing;
        foreach (var (mine, isForMassage) in one.Licences)
        {
            foreach (var (theirs, isForMassageToo) in other.Licences)
            {
                if (mine.State != theirs.State)
                    continue;
                if (mine.Normalized == theirs.Normalized)
                    return Agreement.Exact;
                var agreement = CompareNumbers(mine.Normalized, theirs.Normalized);
                if ((agreement != Agreement.Different || isForMassage == isForMassageToo) && (best == Agreement.Missing || agreement < best))
                    best = agreement;
            }
        }

        return best;
    }

    private static Agreement CompareNumbers(string one, string other)
    {
        if (TypingError.IsOneApart(one, other))
            return Agreement.Close;
        if (Math.Min(one.Length, other.Length) < FiguresOfALicence)
            return Agreement.Different;

        // A figure too many before leading zeros leaves the end as it was.
        var endsAlike = one.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(one, StringComparison.Ordinal);
        return endsAlike || TypingError.AreTwoApart(one, other) ? Agreement.Alike : Agreement.Different;
    }

    private static Agreement CompareSets<T>(T[] one, T[] other)
        where T : IEquatable<T> =>
        one.Length == 0 || other.Length == 0 ? Agreement.Missing : one.AsSpan().ContainsAny(other) ? Agreement.Exact : Agreement.Different;

    private static Agreement CompareGenders(Gender? one, Gender? other) =>
        one is null || other is null ? Agreement.Missing : one == other ? Agreement.Exact : Agreement.Different;
}
