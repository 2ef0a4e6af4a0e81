import DiscussionModel
import WebAddresses

/// Mastodon: a status by `api/v1/statuses/ID` and what was answered by its `context`.
///
/// A reply's link is followed up to the status that begins the thread. If that one's context lacks the reply, which
/// happens to long threads, the reply's own is asked for as well.
struct MastodonPlan: FetchPlan {
  let format: DiscussionFormat? = .mastodon
  private(set) var comment: String?
  /// The status that the link names.
  private let status: String
  private let service: String
  let unsupported: String?
  private var host: String
  private var step = Step.status
  /// The statuses whose contexts were asked for on the way up.
  private var visited: Set<String> = []

  private enum Step {
    case status
    /// On the way up from a reply; the status whose context is requested.
    case ancestors(of: String)
    /// At what makes the discussion.
    case thread
  }

  /// Reads a link; nil if it leads to no status.
  init?(_ address: WebURL) {
    var path = address.path[...]
    if let first = path.first, ["web", "deck"].contains(first) { path.removeFirst() }
    guard let first = path.first, let id = path.last, SiteID.isWord(id) else { return nil }
    switch path.count {
    case 2 where first.hasPrefix("@") || ["statuses", "notice", "notes"].contains(first): break
    // GoToSocial and Akkoma.
    case 3 where first.hasPrefix("@") && ["statuses", "posts"].contains(path.dropLast().last): break
    case 4 where first == "users" && path.dropLast().last == "statuses": break
    case 5 where first == "ap" && path.dropLast().last == "statuses": break
    default: return nil
    }
    status = id
    service = "\(address.origin)/api/v1/statuses"
    unsupported = first == "notes" ? "a Misskey note" : nil
    host = address.authority
  }

  var item: String? { status }
  var discussion: String? { "mastodon:\(host)/\(status)" }
  var firstRequests: [PageRequest] { [PageRequest(url: "\(service)/\(status)")] }
  var options: ImportOptions { ImportOptions(format: format, host: host) }

  mutating func take(_ response: PageResponse) -> Reaction {
    var findings = Findings()
    let item = response.items.first
    switch step {
    case .status:
      host = response.address?.authority ?? host
      guard findings.id(item?["in_reply_to_id"]) != nil else {
        step = .thread
        return Reaction(next: [context(of: status)])
      }
      comment = status
      step = .ancestors(of: status)
      visited = [status]
      return Reaction(isPart: false, next: [context(of: status)])
    case .ancestors(let id):
      let first = findings.objects(item?["ancestors"]).first
      if let above = findings.id(first?["id"]), SiteID.isWord(above), visited.insert(above).inserted
      {
        step = .ancestors(of: above)
        return Reaction(isPart: false, next: [context(of: above)])
      }
      step = .thread
      return Reaction(
        isPart: false, next: [PageRequest(url: "\(service)/\(id)"), context(of: id)])
    case .thread: return Reaction()
    }
  }

  mutating func requests(seeing discussion: Discussion) -> [PageRequest] {
    guard let comment, !discussion.comments.contains(where: { $0.id == comment }) else { return [] }
    return [context(of: comment), PageRequest(url: "\(service)/\(comment)")]
  }

  private func context(of id: String) -> PageRequest {
    PageRequest(url: "\(service)/\(id)/context")
  }
}
