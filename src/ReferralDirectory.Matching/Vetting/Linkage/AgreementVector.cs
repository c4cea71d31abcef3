namespace ReferralDirectory.Matching.Vetting.Linkage;

/// <summary>The agreement in every field, four bits each.</summary>
internal readonly record struct AgreementVector(ulong Bits)
{
    private const int BitsPerField = 4;

    public Agreement this[LinkageField field] => (Agreement)((Bits >> ((int)field * BitsPerField)) & 0xF);

    public AgreementVector With(LinkageField field, Agreement agreement) =>
        new((Bits & ~(0xFUL << ((int)field * BitsPerField))) | ((ulong)agreement << ((int)field * BitsPerField)));
}
