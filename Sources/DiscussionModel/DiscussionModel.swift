// DiscussionModel
