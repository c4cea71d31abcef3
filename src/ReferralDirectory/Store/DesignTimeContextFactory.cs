using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace ReferralDirectory.Store;

/// <summary>What <c>dotnet ef</c> makes its context with: it compares models and never opens a database.</summary>
internal sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<DirectoryContext>
{
    public DirectoryContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<DirectoryContext>().UseSqlite("Data Source=:memory:").Options);
}
