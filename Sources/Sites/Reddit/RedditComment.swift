import DiscussionModel
import WebAddresses

/// One comment of a listing.
struct RedditComment {
  let value: JSONValue
  /// What it replies to; nil for the post.
  let parent: String?
  let post: RedditPost

  /// Adds it, unless it is there already, as when listing and `morechildren` overlap.
  func add(to draft: inout Draft, at place: Int, _ findings: inout Findings) {
    let id = Identity.id(of: value["id"], of: value, at: place, &findings)
    var comment = Comment(id: id, parent: parent)
    comment.author = findings.words(value["author"])
    comment.score = findings.flag(value["score_hidden"]) ? nil : score(&findings)
    let texts = post.texts[value]
    let text = RedditMedia(value, texts, &findings).text(findings.rawText(value["body"]))
    let words = text.map { HTMLText.shortened($0.text, limit: 12) }
    switch words {
    case "[deleted]", "[removed]": comment.state = .deleted
    default: comment.body = text
    }
    let isAuthor =
      post.author != nil && post.author != "[deleted]" && post.author == comment.author
    let isOP = findings.flag(value["is_submitter"]) || isAuthor
    let time = findings.time(value["created_utc"])
    let edited = edited(&findings)
    let distinguished = findings.words(value["distinguished"])
    let flair = findings.words(value["author_flair_text"]).map { texts.text($0) }
    let isSticky = findings.flag(value["stickied"])
    let url = url(id, &findings)
    comment.amend { details in
      details.url = url
      details.edited = edited?.text.text
      if isOP { details.badges.append("OP") }
      if let flair { details.badges.append(flair) }
      if let distinguished { details.badges.append(Self.badge(distinguished)) }
      if isSticky { details.badges.append("pinned") }
      if words == "[removed]" { details.badges.append("removed") }
    }
    draft.add(comment, at: time, from: value, &findings)
  }

  /// The score, which older answers give as votes for and against.
  private func score(_ findings: inout Findings) -> Int? {
    if let score = findings.integer(value["score"]) { return score }
    guard let ups = findings.integer(value["ups"]) else { return nil }
    let downs = max(0, findings.integer(value["downs"]) ?? 0)
    return ups.sum(-downs)
  }

  /// When it was changed; `false` is never, and `true` some time.
  private func edited(_ findings: inout Findings) -> SourceTime? {
    guard let edited = value["edited"], edited.kind != .no, edited.kind != .yes else { return nil }
    return findings.time(edited)
  }

  private func url(_ id: String, _ findings: inout Findings) -> String {
    if let path = findings.words(value["permalink"]) { return RedditPost.absolute(path) }
    let end = post.page.hasSuffix("/") ? "" : "/"
    return post.page + end + (WebURL.path(of: post.page).count > 4 ? "" : "_/") + "\(id)/"
  }

  private static func badge(_ distinguished: String) -> String {
    switch distinguished {
    case "moderator": "mod"
    case "admin": "admin"
    default: distinguished
    }
  }
}
