using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Store;

namespace ReferralDirectory.Import;

/// <summary>The records of one register that the store holds: by them its newer file tells who no longer belongs in it.</summary>
internal sealed class HeldRecords
{
    private readonly IDbContextFactory<DirectoryContext>? contexts;
    private readonly Organization register;
    private readonly Lazy<HashSet<string>> keys;

    /// <param name="contexts">Of the store; null: it holds nobody.</param>
    /// <param name="register">Whose records.</param>
    public HeldRecords(IDbContextFactory<DirectoryContext>? contexts, Organization register)
    {
        (this.contexts, this.register) = (contexts, register);
        keys = new Lazy<HashSet<string>>(() => [.. Ask($"SELECT \"MemberKey\" FROM main.\"SourceRecords\" WHERE \"Organization\" = {register.Id.Value}")]);
    }

    public bool Has(string memberKey) => keys.Value.Contains(memberKey);

    public SourceRecord Read(string memberKey) => RecordDocument.Read(
        Ask($"SELECT \"Payload\" FROM main.\"SourceRecords\" WHERE \"Organization\" = {register.Id.Value} AND \"MemberKey\" = {memberKey}").Single());

    private List<string> Ask(FormattableString question)
    {
        if (contexts is null)
            return [];
        using var context = contexts.CreateDbContext();
        context.Database.OpenConnection();
        return [.. context.Ask<string>(question)];
    }
}
