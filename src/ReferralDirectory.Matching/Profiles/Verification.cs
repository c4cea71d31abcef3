using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Profiles;

/// <summary>
/// One entry of the append-only ledger: who checked what, where, how, when, with which outcome, and until when that holds.
/// It names its subject by a key, not by a row, so that the order of imports does not matter.
/// </summary>
public sealed record Verification
{
    /// <summary>
    /// The reference of an exclusion entry by which a person judges matches; the note says why. Alone it judges all possible ones that are
    /// older; what follows a slash names the one that was judged (<see cref="Vetting.ExclusionDecisions"/>).
    /// </summary>
    public const string Decision = "decision";

    /// <summary>The reference of a refuted address from which mail came back.</summary>
    public const string ReturnedMail = "returned-mail";

    public required SubjectKey Subject { get; init; }

    /// <summary>
    /// How the source names whom it speaks of; null where it does not. A good word about a clearly different name is a conflict, not a
    /// confirmation.
    /// </summary>
    public PersonName? SubjectName { get; init; }

    public required VerificationAspect Aspect { get; init; }

    /// <summary>
    /// What within the aspect: a credential's code, a modality's code, <c>insurer</c> or <c>insurer/network</c> (for new patients, too: then
    /// only those of the network are meant), the key of an entry of an exclusion list, <see cref="Decision"/>,
    /// <see cref="ReturnedMail"/>, the telephone or the first line of the address that is disputed or was found wrong. Empty when the aspect
    /// needs none.
    /// </summary>
    public string Reference { get; init; } = "";

    /// <summary>The register or file that was looked into.</summary>
    public required string Source { get; init; }

    public required FactMethod Method { get; init; }

    /// <summary>The organisation that did the check and supplied this entry.</summary>
    public required Code<Organization> CheckedBy { get; init; }

    public required DateOnly CheckedOn { get; init; }
    public required VerificationOutcome Outcome { get; init; }

    /// <summary>The first day on which the outcome holds by the source's own word; null: from <see cref="CheckedOn"/>.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which the outcome holds by the source's own word (a licence's expiry); null: not stated.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>Documented hours, for the training aspects.</summary>
    public int? Hours { get; init; }

    public string? Note { get; init; }

    /// <summary>Counts decisions on one matter: of those of one day the last rules. Null for checks.</summary>
    public int? Sequence { get; init; }
}

/// <summary>
/// Whom a ledger entry is about: <c>npi:2000000010</c>, <c>licence:US-NY/012345</c> or <c>member:ORGANISATION/KEY</c>, for a fact
/// about one place followed by <c>@ZIP</c>. <see cref="Key"/> is in canonical form and never holds the ZIP. The key of a member may be an
/// e-mail address, but does not end like a place.
/// </summary>
public readonly record struct SubjectKey(string Key, ZipCode? Zip = null)
{
    private const string Member = "member:";

    public static SubjectKey Of(Npi npi) => new($"npi:{npi}");

    public static SubjectKey Of(LicenceKey licence) => new($"licence:{licence}");

    public static SubjectKey OfMember(Code<Organization> organization, string memberKey) => new($"{Member}{organization}/{memberKey}");

    public static bool TryParse(string? text, out SubjectKey subject)
    {
        subject = default;
        if (string.IsNullOrEmpty(text))
            return false;
        ZipCode? zip = null;
        var at = text.LastIndexOf('@');
        if (at >= 0 && ZipCode.TryParse(text[(at + 1)..], out var parsed))
        {
            zip = parsed;
            text = text[..at];
        }
        else if (at >= 0 && !text.StartsWith(Member, StringComparison.Ordinal))
        {
            return false;
        }

        var canonical = Canonical(text);
        subject = new SubjectKey(canonical ?? "", zip);
        return canonical is not null;
    }

    public override string ToString() => Zip is { } zip ? $"{Key}@{zip}" : Key;

    private static string? Canonical(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (text.StartsWith("npi:", StringComparison.Ordinal))
            return Npi.TryParse(text[4..], out var npi) ? Of(npi).Key : null;
        if (text.StartsWith("licence:", StringComparison.Ordinal) && slash > 0)
            return StateCode.TryParse(text[8..slash], out var state) && LicenceKey.Of(state, text[(slash + 1)..]) is { Normalized.Length: > 0 } licence
                ? Of(licence).Key : null;
        if (text.StartsWith(Member, StringComparison.Ordinal) && slash > 0 && slash < text.Length - 1)
            return Code<Organization>.TryParse(text[Member.Length..slash], out var organization) ? OfMember(organization, text[(slash + 1)..]).Key : null;
        return null;
    }
}
