using System.Collections;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.CompilerServices;
using ReferralDirectory.Matching.Indexing;

namespace ReferralDirectory.Tests.House;

public sealed class ShapeTests
{
    private static readonly Assembly Library = typeof(MatchIndex).Assembly;
    private static readonly Assembly Host = typeof(Program).Assembly;

    [Fact]
    public void Classes_are_sealed() =>
        Assert.Empty(Written(Library).Concat(Written(Host))
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type != typeof(Program) && !HasHeirs(type))
            .Select(type => type.FullName));

    [Fact]
    public void The_host_shows_nothing_but_its_entry() =>
        Assert.Equal([nameof(Program)], Written(Host).Where(type => type.IsVisible && type.Namespace?.Contains("Migrations", StringComparison.Ordinal) != true).Select(type => type.FullName));

    [Fact]
    public void Nothing_public_in_the_library_can_be_changed()
    {
        var settable = Library.GetExportedTypes().SelectMany(type => type.GetProperties()).Where(property => property.SetMethod is { IsPublic: true } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)));
        var fields = Library.GetExportedTypes().Where(type => !type.IsEnum).SelectMany(type => type.GetFields()).Where(field => field is { IsInitOnly: false, IsLiteral: false });
        var collections = Library.GetExportedTypes().SelectMany(type => type.GetProperties()).Where(property => IsMutableCollection(property.PropertyType));

        Assert.Empty(settable.Cast<MemberInfo>().Concat(fields).Concat(collections).Select(member => $"{member.DeclaringType}.{member.Name}"));
    }

    [Fact]
    public void The_library_knows_no_files_no_network_no_clock_no_chance_and_no_framework()
    {
        using var file = new PEReader(File.OpenRead(Library.Location));
        var reader = file.GetMetadataReader();
        var used = reader.TypeReferences.Select(reader.GetTypeReference).Select(type => $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}").ToList();

        Assert.Contains("System.Collections.Immutable.ImmutableArray`1", used);
        Assert.DoesNotContain(used, name => Banned.Any(banned => name.StartsWith(banned, StringComparison.Ordinal)));
    }

    private static readonly string[] Banned =
    [
        "Microsoft.", "System.IO.", "System.Net.", "System.Data.", "System.Threading.Tasks.", "System.Random", "System.TimeProvider", "System.Console",
        "System.Diagnostics.Stopwatch", "System.Diagnostics.Process",
    ];

    private static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal))
        .Where(type => type.Namespace is null or not ("Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices" or "System.Text.RegularExpressions.Generated")
            && type.Namespace?.StartsWith("Microsoft.", StringComparison.Ordinal) != true
            && type.Namespace?.EndsWith("Migrations", StringComparison.Ordinal) != true);

    private static bool HasHeirs(Type type) => type.Assembly.GetTypes().Any(other => other.BaseType == type);

    private static bool IsMutableCollection(Type type) => type.IsArray
        || (type.IsGenericType && new[] { typeof(List<>), typeof(Dictionary<,>), typeof(HashSet<>), typeof(IList<>), typeof(IDictionary<,>), typeof(ICollection<>) }.Contains(type.GetGenericTypeDefinition()))
        || typeof(ArrayList).IsAssignableFrom(type);
}
