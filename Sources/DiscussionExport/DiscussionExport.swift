// DiscussionExport
