/// A form in which people have discussions.
public enum DiscussionFormat: String, CaseIterable, Sendable {
  case native
  case hackerNews = "hackernews"
  case firebase = "hackernews-firebase"
  case reddit, lobsters, discourse, lemmy, mastodon, github, page

  /// What it is, in words.
  public var title: String {
    switch self {
    case .native: "understory's own JSON"
    case .hackerNews: "Hacker News, as Algolia's search has it"
    case .firebase: "Hacker News items, one a line or in an array"
    case .reddit: "a Reddit post with its comments"
    case .lobsters: "a Lobsters story"
    case .discourse: "a Discourse topic"
    case .lemmy: "Lemmy comments, with or without their post"
    case .mastodon: "a Mastodon status and its context"
    case .github: "a GitHub issue, pull request or discussion"
    case .page: "the saved text of a web page"
    }
  }

  /// Commands that fetch it, with names in capitals for what to put in.
  public var commands: [String] {
    switch self {
    case .native: ["understory import FILE --output DISCUSSION.json"]
    case .hackerNews: ["curl https://hn.algolia.com/api/v1/items/ID"]
    case .firebase: ["curl https://hacker-news.firebaseio.com/v0/item/ID.json"]
    case .reddit:
      ["curl -A NAME 'https://www.reddit.com/comments/ID.json?limit=500&raw_json=1'"]
    case .lobsters: ["curl https://lobste.rs/s/ID.json"]
    case .discourse: ["curl 'https://HOST/t/ID.json?page=1'"]
    case .lemmy:
      [
        "curl 'https://HOST/api/v3/post?id=ID'",
        "curl 'https://HOST/api/v3/comment/list?post_id=ID&limit=50&max_depth=8&type_=All'",
      ]
    case .mastodon:
      [
        "curl https://HOST/api/v1/statuses/ID", "curl https://HOST/api/v1/statuses/ID/context",
      ]
    case .github:
      [
        "gh issue view NUMBER --json number,title,url,author,body,createdAt,comments",
        "gh api --paginate repos/OWNER/REPO/issues/NUMBER/comments",
        "gh api --paginate repos/OWNER/REPO/pulls/NUMBER/comments",
      ]
    case .page: ["understory import PAGE.txt --outline OUTLINE.json"]
    }
  }
}
