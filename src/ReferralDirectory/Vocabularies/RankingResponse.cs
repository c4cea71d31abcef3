namespace ReferralDirectory.Vocabularies;

/// <param name="RulesetVersion">The same as in the answers that were ranked so; changes with a formula, a weight or a constant.</param>
/// <param name="MinTier">Below which nobody is shown unless the request says otherwise.</param>
/// <param name="Order">What comes after the score.</param>
internal sealed record RankingResponse(string RulesetVersion, AudienceNumbers MinTier, IReadOnlyList<RankingRuleResponse> Rules, string Order, string Never);

/// <summary>One number for each audience.</summary>
internal sealed record AudienceNumbers(int Physician, int Patient);

/// <param name="Weight">In points; a contribution is the raw value times the weight.</param>
/// <param name="Formula">How the raw value, 0 to 1, is made.</param>
/// <param name="Constants">The numbers in it that are options.</param>
internal sealed record RankingRuleResponse(string Rule, AudienceNumbers Weight, string Formula, IReadOnlyDictionary<string, double>? Constants);
