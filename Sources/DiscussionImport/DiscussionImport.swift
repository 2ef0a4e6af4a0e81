// DiscussionImport
