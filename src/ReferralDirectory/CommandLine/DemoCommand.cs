using System.CommandLine;
using System.Globalization;
using ReferralDirectory.Import;

namespace ReferralDirectory.CommandLine;

/// <summary><c>demo remove</c>: takes the invented people out, before real ones come in.</summary>
internal static class DemoCommand
{
    public static Command Create(TimeProvider? clock = null)
    {
        var remove = new Command("remove", "Take the demonstration's invented people, organisations and checks out of the store.") { DataOption.Instance };
        remove.SetAction((parsed, cancellationToken) => Terminal.RunAsync(parsed, async () =>
        {
            await using var directory = await OfflineDirectory.OpenExistingAsync(parsed.GetValue(DataOption.Instance), clock ?? TimeProvider.System, cancellationToken);
            var removed = await directory.Services.GetRequiredService<DemoRemoval>().RemoveAsync(cancellationToken);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"Removed {removed.Therapists} therapists, {removed.Records} member records, {removed.Verifications} checks and {removed.Organizations} organisations. The store is at revision {removed.Revision}."));
            return ExitCodes.Done;
        }));
        return new Command("demo", "The demonstration data.") { remove, DataOption.Instance };
    }
}
