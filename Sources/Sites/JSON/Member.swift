/// Members of objects that importers read, of all formats.
///
/// The raw value is the name in JSON.
enum Member: String, CaseIterable {
  case account, acct, admin, ancestors, answer, author, body, by, children, comment, comments
  case content, cooked, count, counts, creator, data, dead, deleted, depth, descendants
  case description, details, discussion, discussions, distinguished, downs, edges, edited, event
  case hidden, html, id, `internal`, isAnswer, isMinimized, issue, issues, json, kids, kind
  case line, links, local, login, minimizedReason, moderator, name, node, nodes, notice, number
  case options, organization, parent, path, permalink, points, poll, polls, position, post
  case posts, published, pullRequests, reactionGroups, reactions, removed, replies, replyTo
  case repository, resource, reviewThreads, reviews, score, selftext, slug, spoiler, state
  case stickied, stream, subreddit, text, things, time, title, totalCount, type, understory
  case updated, ups, uri, url, user, username, users, version, viewer, votes

  case actionCode = "action_code"
  case actionCodeWho = "action_code_who"
  case actionsSummary = "actions_summary"
  case activityID = "ap_id"
  case answerTo = "in_reply_to_id"
  case authorAssociation = "author_association"
  case authorAssociationCamel = "authorAssociation"
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
  case crosspostParents = "crosspost_parent_list"
  case databaseID = "databaseId"
  case deletedAt = "deleted_at"
  case descriptionPlain = "description_plain"
  case diffHunk = "diff_hunk"
  case diffHunkCamel = "diffHunk"

  case displayName = "display_name"
  case editedAt = "edited_at"
  case fancyTitle = "fancy_title"
  case favouritesCount = "favourites_count"
  case fullDatabaseID = "fullDatabaseId"
  case htmlURL = "html_url"
  case indentLevel = "indent_level"

  case isDeleted = "is_deleted"

  case isModerated = "is_moderated"
  case isSubmitter = "is_submitter"
  case issueURL = "issue_url"
  case lastEditedAt = "last_edited_at"
  case lastEditedAtCamel = "lastEditedAt"
  case linkCounts = "link_counts"
  case linkID = "link_id"
  case mediaAttachments = "media_attachments"

  case numComments = "num_comments"
  case over18 = "over_18"

  case parentComment = "parent_comment"
  case parentID = "parent_id"
  case postID = "post_id"
  case postNumber = "post_number"
  case postStream = "post_stream"
  case postsCount = "posts_count"
  case postType = "post_type"
  case postView = "post_view"
  case publishedAt = "published_at"
  case pullRequestCamel = "pullRequest"

  case pullRequestURL = "pull_request_url"

  case remoteURL = "remote_url"
  case repliesCount = "replies_count"
  case replyToPostNumber = "reply_to_post_number"

  case scoreHidden = "score_hidden"
  case shortID = "short_id"
  case shortIDURL = "short_id_url"
  case spoilerText = "spoiler_text"
  case storyID = "story_id"
  case submittedAt = "submitted_at"
  case submitterUser = "submitter_user"
  case topicSlug = "topic_slug"
  case topicID = "topic_id"

  case totalCountREST = "total_count"
  case updatedAt = "updated_at"

  case userDeleted = "user_deleted"

  case votesCount = "votes_count"

  // Pictures, polls, links and what else a site shows outside the text.
  case acceptedAnswer = "accepted_answer"
  case acceptedAnswers = "accepted_answers"
  case address = "u"
  case altText = "alt_text"
  case answerURL = "answer_html_url"
  case authorFlairText = "author_flair_text"
  case authorName = "author_name"
  case caption
  case card
  case crossPosts = "cross_posts"
  case embedDescription = "embed_description"
  case embedTitle = "embed_title"
  case embedVideoURL = "embed_video_url"
  case expired
  case ext
  case galleryData = "gallery_data"
  case gif
  case hlsURL = "hlsUrl"
  case imageDescription = "image_description"
  case items
  case labels
  case linkFlairText = "link_flair_text"
  case media
  case mediaID = "media_id"
  case mediaKind = "e"
  case mediaMetadata = "media_metadata"
  case milestone
  case mp4
  case oembed
  case outboundURL = "outbound_url"
  case parts
  case pollData = "poll_data"
  case previewURL = "preview_url"
  case providerName = "provider_name"
  case quote
  case raw
  case quotedStatus = "quoted_status"
  case reblog
  case selftextHTML = "selftext_html"
  case source = "s"
  case stateReason = "state_reason"
  case stateReasonCamel = "stateReason"
  case status
  case tags
  case thumbnailURL = "thumbnail_url"
  case totalVoteCount = "total_vote_count"
  case userTitle = "user_title"
  case voteCount = "vote_count"
  case voters
  case votersCount = "voters_count"

  /// Whether the object that it names has names of its own choosing, such as ids.
  var isMap: Bool { self == .mediaMetadata }
}
