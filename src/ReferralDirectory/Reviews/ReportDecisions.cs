using Microsoft.EntityFrameworkCore;
using ReferralDirectory.Import;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;
using ReferralDirectory.Store;

namespace ReferralDirectory.Reviews;

/// <summary>
/// Answers reports: the ledger gets what the operator found out about the fact, and all reports of the review the answer. Both end a
/// dispute, since a fact that was confirmed or taken back is not in doubt.
/// </summary>
internal sealed class ReportDecisions(LedgerWriter ledger, IDbContextFactory<DirectoryContext> contexts, TimeProvider time)
{
    /// <param name="id">The first report of the review.</param>
    /// <param name="answer">Which of the two is right.</param>
    /// <param name="reason">Who decided, and why.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task DecideAsync(ReportId id, ReportAnswer answer, string reason, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var decided = await context.Reports.AsNoTracking().SingleAsync(row => row.Id == id.Value, cancellationToken);
        var ofTherapist = await context.Reports.AsNoTracking().Where(row => row.TherapistId == decided.TherapistId).ToListAsync(cancellationToken);
        long[] together = [.. ofTherapist.Where(row => ReportReviews.Together(row) == ReportReviews.Together(decided)).Select(row => row.Id)];
        var entries = await EntriesAsync(context, ReportMatter.Of(decided), answer, reason, today, cancellationToken);
        await ledger.AppendAsync(
            entries, Registers.Operator,
            along: store => store.Reports.Where(row => EF.Parameter(together).Contains(row.Id)).ExecuteUpdate(set => set
                .SetProperty(row => row.Answer, answer)
                .SetProperty(row => row.AnsweredOn, today)
                .SetProperty(row => row.AnswerReason, reason)
                .SetProperty(row => row.Reporter, (string?)null)),
            cancellationToken);
    }

    /// <summary>None where the ledger has nothing to say: the report is about none of the facts, or its therapist is not on file any more.</summary>
    private static async Task<Verification[]> EntriesAsync(
        DirectoryContext context, ReportMatter matter, ReportAnswer answer, string reason, DateOnly today, CancellationToken cancellationToken)
    {
        if (matter.Aspect is not { } aspect || await SubjectKeys.OfAsync(context, matter.Therapist, matter.Zip, cancellationToken) is not { } subject)
            return [];
        var sequence = await SubjectKeys.NextSequenceAsync(context, subject, aspect, cancellationToken);
        var findings = (aspect, answer) switch
        {
            (_, ReportAnswer.Upheld) => (await ReportedPlace.ReferencesAsync(context, matter, cancellationToken)).Select(reference => new Finding(reference, matter.Zip, Denial(aspect))),
            (VerificationAspect.Network, _) => await ContractsAsync(context, matter, today, cancellationToken),
            (VerificationAspect.Accepting, _) => [new Finding(matter.Reference, matter.Zip, VerificationOutcome.Yes)],
            _ => [new Finding(matter.Reference, matter.Zip, VerificationOutcome.Confirmed)],
        };
        return
        [
            .. findings.Select(finding => new Verification
            {
                Subject = subject with { Zip = finding.Zip },
                Aspect = aspect,
                Reference = finding.Reference,
                Source = Registers.Operator.Name,
                Method = FactMethod.Organization,
                CheckedBy = Registers.Operator.Id,
                CheckedOn = today,
                Outcome = finding.Outcome,
                ValidFrom = finding.From,
                ValidUntil = finding.Until,
                Note = reason,
                Sequence = sequence,
            }),
        ];
    }

    private static VerificationOutcome Denial(VerificationAspect aspect) => aspect switch
    {
        VerificationAspect.Accepting => VerificationOutcome.No,
        VerificationAspect.Network => VerificationOutcome.OutOfNetwork,
        _ => VerificationOutcome.Refuted,
    };

    /// <summary>
    /// What the sources say of the insurer is right, each contract as far as it goes; and nothing more than they say. An older answer of the
    /// operator's falls, and is none of them.
    /// </summary>
    private static async Task<IEnumerable<Finding>> ContractsAsync(DirectoryContext context, ReportMatter matter, DateOnly today, CancellationToken cancellationToken)
    {
        var said = await context.NetworkFacts.AsNoTracking().Where(row => row.TherapistId == matter.Therapist.Value && row.Insurer == matter.Insurer).OrderBy(row => row.Position)
            .ToListAsync(cancellationToken);
        var contracts = said
            .Where(row => row.InNetwork && row.From.Source != Registers.Operator.Name && !(row.ValidFrom > today) && !(row.ValidTo < today)
                && (matter.Zip is null || row.ListingZip is null || row.ListingZip == matter.Zip))
            .Select(row => new Finding(
                row.Network is { } network ? $"{row.Insurer}/{network}" : matter.Reference, matter.Zip ?? row.ListingZip, VerificationOutcome.InNetwork, row.ValidFrom, row.ValidTo))
            .DistinctBy(contract => (contract.Reference, contract.Zip)).ToList();
        return contracts.Exists(contract => contract.Reference == matter.Reference && contract.Zip == matter.Zip)
            ? contracts : [.. contracts, new Finding(matter.Reference, matter.Zip, VerificationOutcome.Confirmed)];
    }

    /// <summary>What a decision enters into the ledger.</summary>
    private sealed record Finding(string Reference, ZipCode? Zip, VerificationOutcome Outcome, DateOnly? From = null, DateOnly? Until = null);
}
