using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;
using ReferralDirectory.Store.Rows;

namespace ReferralDirectory.Reports;

/// <summary>Enters into the ledger that the public disputes a fact. The fact itself stays as it is.</summary>
internal sealed class ReportDisputes(LedgerWriter ledger, IDbContextFactory<DirectoryContext> contexts, TimeProvider time)
{
    /// <param name="report">The one by which they are independent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreException">Another process kept the store for too long.</exception>
    public async Task EnterAsync(ReportRow report, CancellationToken cancellationToken)
    {
        var matter = ReportMatter.Of(report);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (matter.Aspect is not { } aspect || await SubjectKeys.OfAsync(context, matter.Therapist, matter.Zip, cancellationToken) is not { } subject)
            return;
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var sequence = await SubjectKeys.NextSequenceAsync(context, subject, aspect, cancellationToken);
        var entries = (await ReportedPlace.ReferencesAsync(context, matter, cancellationToken)).Select(reference => new Verification
        {
            Subject = subject,
            Aspect = aspect,
            Reference = reference,
            Source = Registers.Public.Name,
            Method = FactMethod.PublicReport,
            CheckedBy = Registers.Public.Id,
            CheckedOn = today,
            Outcome = VerificationOutcome.Disputed,
            Sequence = sequence,
        });
        await ledger.AppendAsync(
            [.. entries], Registers.Public, along: store => store.Reports.Where(row => row.Id == report.Id).ExecuteUpdate(set => set.SetProperty(row => row.Disputes, true)), cancellationToken);
    }
}
