using ReferralDirectory.Matching.Profiles;
using ReferralDirectory.Matching.Vocabulary;

namespace ReferralDirectory.Matching.Vetting;

/// <summary>Which facts the public disputes.</summary>
public static class Disputes
{
    /// <summary>Since when a fact is disputed; null: it is not.</summary>
    /// <param name="therapist">Whose fact.</param>
    /// <param name="aspect">Address, phone, accepting or network.</param>
    /// <param name="reference"><c>insurer</c> or <c>insurer/network</c>: a dispute is about all networks of an insurer.</param>
    /// <param name="zip">Where the fact holds; null: at every listing.</param>
    public static DateOnly? Of(TherapistProfile therapist, VerificationAspect aspect, string reference = "", ZipCode? zip = null)
    {
        DateOnly? since = null;
        foreach (var doubt in therapist.Doubts)
        {
            if (doubt.Kind == DoubtKind.Disputed && doubt.Aspect == aspect && (doubt.Zip is null || zip is null || doubt.Zip == zip)
                && DoubtAnswers.AreOfOneInsurer(doubt.Reference, reference) && !(doubt.Since <= since))
            {
                since = doubt.Since;
            }
        }

        return since;
    }
}
