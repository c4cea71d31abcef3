namespace ReferralDirectory.Import;

internal static class ImportSetup
{
    /// <summary>Registers the way in; needs the store and the places.</summary>
    /// <param name="services">The host's services.</param>
    /// <param name="readFile">Reads the files.</param>
    public static IServiceCollection AddImport(this IServiceCollection services, ReadFile readFile) => services
        .AddSingleton(readFile)
        .AddSingleton<Importer>()
        .AddSingleton<LedgerWriter>()
        .AddSingleton<LinkWriter>()
        .AddSingleton<DemoRemoval>()
        .AddSingleton<Reresolution>();
}
