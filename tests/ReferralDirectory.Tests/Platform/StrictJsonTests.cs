using System.Net;
using System.Text;

namespace ReferralDirectory.Tests.Platform;

public sealed class StrictJsonTests
{
    [Theory]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"sugar":1}""", "/sugar", "unknown-member")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2,"colour":"blue"}}""", "/pot/colour", "unknown-member")]
    [InlineData("""{"Kind":"oolong","pot":{"cups":2}}""", "/Kind", "unknown-member")]
    [InlineData("""{"pot":{"cups":2}}""", "/kind", "required")]
    [InlineData("""{"kind":"oolong","pot":{}}""", "/pot/cups", "required")]
    [InlineData("""{"kind":null,"pot":{"cups":2}}""", "/kind", "null")]
    [InlineData("""{"kind":"oolong","pot":null}""", "/pot", "null")]
    [InlineData("""{"kind":"oolong","kind":"sencha","pot":{"cups":2}}""", "/kind", "duplicate-member")]
    [InlineData("""{"kind":7,"pot":{"cups":2}}""", "/kind", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":"2"}}""", "/pot/cups", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2.5}}""", "/pot/cups", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":99999999999}}""", "/pot/cups", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":[]}""", "/pot", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"milk":"yes"}""", "/milk", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"extras":"mint"}""", "/extras", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"extras":["mint",3]}""", "/extras/1", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"pickedOn":"yesterday"}""", "/pickedOn", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"grams":"NaN"}""", "/grams", "wrong-type")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"grams":1e999}""", "/grams", "out-of-range")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"strength":"stark"}""", "/strength", "unknown-value")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"strength":"VeryMild"}""", "/strength", "unknown-value")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"strength":"very-mild,strong"}""", "/strength", "unknown-value")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"strength":0}""", "/strength", "unknown-value")]
    [InlineData("""{"kind":"oo\u0000long","pot":{"cups":2}}""", "/kind", "control-character")]
    [InlineData("""{"kind":"\ud800","pot":{"cups":2}}""", "/kind", "malformed-text")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},"grams":NaN}""", "/grams", "malformed-json")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2}""", "", "malformed-json")]
    [InlineData("""{"kind":"oolong","pot":{"cups":2},}""", "", "malformed-json")]
    [InlineData("""{"kind":"oolong" /* hot */,"pot":{"cups":2}}""", "", "malformed-json")]
    [InlineData("null", "", "required")]
    [InlineData("[]", "", "wrong-type")]
    [InlineData("", "", "required")]
    public async Task A_body_that_is_not_what_was_asked_for_is_refused_with_the_place_and_the_fix(string body, string pointer, string code)
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.PostJson("/tea", body).ProblemOf();

        Assert.Equal("malformed-request", problem.Code);
        var error = Assert.Single(problem.Errors!);
        Assert.Equal((pointer, code), (error.Pointer, error.Code));
        Assert.DoesNotContain("ReferralDirectory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_missing_members_are_named_at_once()
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.PostJson("/tea", "{}").ProblemOf();

        Assert.Equal(["/kind", "/pot"], problem.Errors!.Select(error => error.Pointer));
    }

    [Fact]
    public async Task Words_that_would_have_been_known_are_listed()
    {
        await using var host = await PlatformHost.StartAsync();

        var strength = await host.Client.PostJson("/tea", """{"kind":"oolong","pot":{"cups":2},"strength":"stark"}""").ProblemOf();

        Assert.Contains("very-mild, strong", Assert.Single(strength.Errors!).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_refused()
    {
        await using var host = await PlatformHost.StartAsync();
        byte[] body = [.. "{\"kind\":\""u8, 0xC3, 0x28, .. "\",\"pot\":{\"cups\":2}}"u8];

        var problem = await host.Client.PostAsync("/tea", Answers.Json(body)).ProblemOf();

        Assert.Equal("malformed-text", Assert.Single(problem.Errors!).Code);
    }

    [Theory]
    [InlineData(31, HttpStatusCode.BadRequest, "wrong-type")]
    [InlineData(33, HttpStatusCode.BadRequest, "malformed-json")]
    public async Task Nesting_beyond_32_levels_is_not_read(int levels, HttpStatusCode status, string code)
    {
        await using var host = await PlatformHost.StartAsync();
        var nested = string.Concat(Enumerable.Repeat("[", levels)) + string.Concat(Enumerable.Repeat("]", levels));

        var problem = await host.Client.PostJson("/tea", "{\"kind\":" + nested + ",\"pot\":{\"cups\":2}}").ProblemOf();

        Assert.Equal((int)status, problem.Status);
        Assert.Equal(code, problem.Errors![0].Code);
    }

    [Fact]
    public async Task A_good_body_comes_back_in_camel_case_and_kebab_case_without_nulls()
    {
        await using var host = await PlatformHost.StartAsync();

        using var answer = await host.Client.PostJson("/tea", """{"kind":"Pu’er","pot":{"cups":2},"strength":"very-mild"}""");

        Assert.Equal("""{"kind":"Pu’er","pot":{"cups":2},"strength":"very-mild"}""", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData(1_048_576, 400)]
    [InlineData(1_048_577, 413)]
    public async Task A_body_may_have_one_megabyte(int bytes, int status)
    {
        await using var host = await PlatformHost.StartAsync();

        var problem = await host.Client.PostAsync("/tea", Answers.Json(Encoding.ASCII.GetBytes(new string(' ', bytes)))).ProblemOf();

        Assert.Equal(status, problem.Status);
    }

    [Theory]
    [InlineData("gzip", 415)]
    [InlineData("x-unheard-of", 415)]
    [InlineData("identity, gzip", 415)]
    [InlineData("identity", 200)]
    [InlineData("Identity", 200)]
    public async Task A_body_is_taken_only_as_it_is(string coding, int status)
    {
        await using var host = await PlatformHost.StartAsync();
        using var content = Answers.Json([.. """{"kind":"oolong","pot":{"cups":2}}"""u8]);
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);

        using var answer = await host.Client.PostAsync("/tea", content);

        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 415)
            Assert.Contains("without Content-Encoding", (await Task.FromResult(answer).ProblemOf()).Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=klingon")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Only_JSON_in_UTF8_is_taken(string contentType)
    {
        await using var host = await PlatformHost.StartAsync();
        using var content = new ByteArrayContent("{}"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var problem = await host.Client.PostAsync("/tea", content).ProblemOf();

        Assert.Equal((415, "unsupported-media-type"), (problem.Status, problem.Code));
    }
}
