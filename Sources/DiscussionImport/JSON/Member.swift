/// Members of objects that importers read, of all formats.
///
/// The raw value is the name in JSON.
enum Member: String, CaseIterable {
  case account, acct, ancestors, answer, author, body, by, card, children, comment, comments,
    community
  case content, cooked, count, counts, creator, data, admin, dead, deleted, depth, descendants,
    description, downs
  case details, discussion, distinguished, domain, edges, edited, emojis, errors, event, flags,
    hidden
  case html, id, `internal`, issue, issues, json, kids, kind, line, links, local, login, message,
    moderator, name, node, nodes
  case notice, number, options, parent, parts, path, permalink, points, poll, polls, position, post,
    posts
  case published, reactions, removed, replies, replyTo, repository, reviews, score, selftext,
    sensitive
  case slug, spoiler, state, stickied, stream, subreddit, tags, text, things, time, title, type,
    uri, url
  case updated, understory, ups, user, username, votes

  case actionCode = "action_code"
  case actionCodeWho = "action_code_who"
  case actionsSummary = "actions_summary"
  case activityID = "ap_id"
  case actorID = "actor_id"
  case answerTo = "in_reply_to_id"
  case authorAssociation = "author_association"
  case authorAssociationCamel = "authorAssociation"
  case avatarTemplate = "avatar_template"
  case bodyHTML = "body_html"
  case childCount = "child_count"
  case childCommentCount = "child_comment_count"
  case commentCount = "comment_count"
  case creatorID = "creator_id"
  case commentingUser = "commenting_user"
  case commentPlain = "comment_plain"
  case commentView = "comment_view"
  case commentsURL = "comments_url"
  case createdAt = "created_at"
  case createdAtCamel = "createdAt"
  case createdAtSeconds = "created_at_i"
  case createdBy = "created_by"
  case createdUTC = "created_utc"
  case creatorIsAdmin = "creator_is_admin"
  case creatorIsModerator = "creator_is_moderator"
  case crosspostParents = "crosspost_parent_list"
  case databaseID = "databaseId"
  case deletedAt = "deleted_at"
  case descriptionPlain = "description_plain"
  case diffHunk = "diff_hunk"
  case diffHunkCamel = "diffHunk"
  case discussions
  case displayName = "display_name"
  case editedAt = "edited_at"
  case fancyTitle = "fancy_title"
  case favouritesCount = "favourites_count"
  case fullDatabaseID = "fullDatabaseId"
  case htmlURL = "html_url"
  case indentLevel = "indent_level"
  case isAnswer
  case isDeleted = "is_deleted"
  case isMinimized
  case isModerated = "is_moderated"
  case isSubmitter = "is_submitter"
  case issueURL = "issue_url"
  case lastEditedAt = "last_edited_at"
  case lastEditedAtCamel = "lastEditedAt"
  case linkCounts = "link_counts"
  case linkFlairText = "link_flair_text"
  case linkID = "link_id"
  case mediaAttachments = "media_attachments"
  case minimizedReason
  case numComments = "num_comments"
  case over18 = "over_18"
  case organization
  case parentComment = "parent_comment"
  case parentID = "parent_id"
  case posterIsAuthor = "user_is_author"
  case postID = "post_id"
  case postNumber = "post_number"
  case postStream = "post_stream"
  case postsCount = "posts_count"
  case postType = "post_type"
  case postView = "post_view"
  case publishedAt = "published_at"
  case pullRequest = "pull_request"
  case pullRequestCamel = "pullRequest"
  case pullRequests
  case pullRequestURL = "pull_request_url"
  case reactionGroups
  case remoteURL = "remote_url"
  case removedBy = "removed_by_category"
  case repliesCount = "replies_count"
  case replyToPostNumber = "reply_to_post_number"
  case replyToUser = "reply_to_user"
  case resource
  case reviewThreads
  case scoreHidden = "score_hidden"
  case shortID = "short_id"
  case shortIDURL = "short_id_url"
  case spoilerText = "spoiler_text"
  case storyID = "story_id"
  case submittedAt = "submitted_at"
  case submitterUser = "submitter_user"
  case topicSlug = "topic_slug"
  case topicID = "topic_id"
  case totalCount
  case totalCountREST = "total_count"
  case updatedAt = "updated_at"
  case updatedAtCamel = "updatedAt"
  case upvoteCount
  case userDeleted = "user_deleted"
  case users
  case version
  case viewer
  case votesCount = "votes_count"
}
