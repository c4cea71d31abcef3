namespace ReferralDirectory.Import;

internal enum ImportFormat { Members, Verifications, Organizations, Knowledge, Leie, Qhp, InsurerList }
