using ReferralDirectory.Matching.Knowledge;
using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Import.Sources;

/// <summary>Whose file it is, in whose name its entries stand, and of which day it is true.</summary>
internal sealed record InsurerFeed(Insurer Insurer, Organization Organization, string Source, StagedFeed Feed)
{
    public DateOnly AsOf => Feed.AsOf;

    /// <param name="path">The file, whose name may say its day.</param>
    /// <param name="context">Says which insurer is meant.</param>
    /// <param name="format">The feed's name begins with it.</param>
    /// <param name="kind">How the source is named after the insurer, whose code stays when its name changes: "QHP provider file".</param>
    /// <param name="errors">Hears when no insurer, or none that is known, was named.</param>
    public static InsurerFeed? Of(string path, ImportContext context, ImportFormat format, string kind, ImportErrors errors)
    {
        if (context.Feed.Insurer is not { } code)
        {
            errors.Add(null, null, "missing-insurer", null, "Say whose file it is: --insurer with a code that the catalogue lists.");
            return null;
        }

        if (context.Knowledge.Find(code) is not { } insurer)
        {
            errors.Add(null, null, "unknown-insurer", code.Value, InsurerLookup.Find(context.Knowledge, code.Value) is { } meant
                ? $"Write its code: --insurer {meant.Id}." : "The catalogue has no such insurer: use a code that it lists, or add the insurer to insurers.csv.");
            return null;
        }

        if (InsurerOrganization.TryOf(insurer, out var organization))
            return new InsurerFeed(insurer, organization, $"{insurer.Id} {kind}", new StagedFeed($"{EnumWords.Of(format)}/{insurer.Id}", FeedDate.Of(path, context, errors), context.Feed.Mode));
        errors.Add(null, null, "insurer-code-too-long", code.Value, "The insurer's code is too long to speak for it: shorten it in insurers.csv.");
        return null;
    }

    /// <summary>An entry in the insurer's name.</summary>
    public Verification Entry(SubjectKey subject, PersonName? name, VerificationAspect aspect, string reference, VerificationOutcome outcome, DateOnly checkedOn) => new()
    {
        Subject = subject,
        SubjectName = name,
        Aspect = aspect,
        Reference = reference,
        Source = Source,
        Method = FactMethod.InsurerFile,
        CheckedBy = Organization.Id,
        CheckedOn = checkedOn,
        Outcome = outcome,
    };

    /// <summary>What the file was, once it is read.</summary>
    public StagedImport Staged(int rows, int taken) => new()
    {
        Rows = rows,
        Taken = taken,
        Organizations = [Organization],
        Feed = Feed,
        InsurerSource = Source,
    };
}
