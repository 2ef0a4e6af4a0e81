import DiscussionModel
import WebAddresses

/// A Mastodon status with what came before and after it: `statuses/ID` and `statuses/ID/context`.
///
/// The first status of the chain is the article, if it is there. Statuses above the one that was asked for are
/// a chain, and what was answered is below.
enum MastodonImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    var statuses: [JSONValue] = []
    for item in items {
      if item["ancestors"] != nil || item["descendants"] != nil {
        statuses += findings.objects(item["ancestors"])
      } else {
        statuses.append(item)
      }
    }
    for item in items { statuses += findings.objects(item["descendants"]) }
    let found = statuses.map { MastodonStatus($0, &findings) }
    guard !found.isEmpty else { throw ImportError(.nothing(of: .mastodon), in: .inputs) }
    let host = options.host?.lowercased() ?? Self.host(of: found) ?? "unknown"
    let ids = Set(found.compactMap(\.id))
    let roots = found.filter { status in status.answers.map { !ids.contains($0) } ?? true }
    let top = roots.first { $0.answers == nil }
    let id = top?.id ?? roots.first?.answers ?? found[0].id ?? "unknown"
    var draft = Draft(
      id: "mastodon:\(host)/\(id)", title: title(top, id: id, host: host), markup: .html)
    draft.label = { _ in "a post that is not in this file" }
    if let top { describe(top, in: &draft) }
    add(found, top: top, answering: id, to: &draft, &findings)
    return draft
  }

  private static func title(_ top: MastodonStatus?, id: String, host: String) -> String {
    top.map { title(of: $0) } ?? "Replies to a post on \(host)"
  }

  /// A title made from the words of a status.
  static func title(of status: MastodonStatus) -> String {
    let words = status.warning ?? HTMLText.line(status.text?.text ?? "", limit: 80)
    return words.isEmpty ? "A post by \(status.author ?? "somebody")" : words
  }

  private static func describe(_ top: MastodonStatus, in draft: inout Draft) {
    draft.discussion.url = top.url
    draft.discussion.author = top.author
    draft.discussion.published = top.time?.text.text
    draft.discussion.body = top.body
    if let warning = top.warning { draft.discussion.notice = "Content warning: \(warning)" }
    draft.missingAtTop = 0
  }

  private static func add(
    _ statuses: [MastodonStatus], top: MastodonStatus?, answering id: String, to draft: inout Draft,
    _ findings: inout Findings
  ) {
    var expected: [String: Int] = [:]
    var direct: Set<String> = []
    for status in statuses {
      if let own = status.id, own == top?.id { continue }
      let place = draft.comments.count
      let own = status.id ?? Identity.id(of: nil, of: status.value, at: place, &findings)
      var comment = Comment(id: own, parent: status.answers.flatMap { $0 == id ? nil : $0 })
      comment.author = status.author
      comment.body = status.body
      comment.score = status.favourites == 0 ? nil : status.favourites
      let isOP = top?.account != nil && status.account == top?.account
      comment.amend { details in
        details.url = status.url
        details.edited = status.edited
        details.warning = status.warning
        if isOP { details.badges = ["OP"] }
        if top == nil, status.answers == id {
          details.parentLabel = "a post that is not in this file"
        }
      }
      expected[own] = status.replies
      let isNew = draft.add(comment, at: status.time, from: status.value, &findings)
      if isNew, status.answers == id { direct.insert(own) }
    }
    draft.countMissing(expected)
    if let replies = top?.replies { draft.addMissing(replies.sum(-direct.count), under: nil) }
  }

  /// The host that answered: that of accounts whose names have none.
  private static func host(of statuses: [MastodonStatus]) -> String? {
    let local = statuses.first { $0.account?.contains("@") == false }
    return (local ?? statuses.first).flatMap { $0.url ?? $0.uri }.flatMap {
      WebURL(reference: $0)?.authority
    }
  }
}
