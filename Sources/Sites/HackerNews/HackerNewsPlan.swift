import WebAddresses

/// Hacker News: `item?id=ID`, by Algolia's `api/v1/items/ID`; for a comment its story's.
///
/// Algolia does not give the choices of a poll; Firebase does, item by item.
struct HackerNewsPlan: FetchPlan {
  let format: DiscussionFormat? = .hackerNews
  /// What the link names: a story, or a comment.
  private let id: String
  private(set) var comment: String?

  private static let service = "https://hn.algolia.com/api/v1/items"
  private static let items = "https://hacker-news.firebaseio.com/v0/item"
  /// So many choices of a poll are asked for at most.
  private static let mostChoices = 100

  /// Reads a link; nil if it leads to no item.
  init?(_ address: WebURL) {
    let id: String?
    if address.host == "hn.algolia.com" {
      id = address.path.count == 4 && address.path[2] == "items" ? address.path[3] : nil
    } else {
      id = address.path == ["item"] ? address.value(of: "id") : nil
    }
    guard let id, SiteID.isNumber(id) else { return nil }
    self.id = id
    comment = address.fragment.flatMap { SiteID.isNumber($0) && $0 != id ? $0 : nil }
  }

  var item: String? { id }
  var discussion: String? { "hn:\(id)" }
  var firstRequests: [PageRequest] { [PageRequest(url: "\(Self.service)/\(id)")] }

  mutating func take(_ response: PageResponse) -> Reaction {
    var findings = Findings()
    let item = response.items.first
    if response.request.url.hasPrefix(Self.items) {
      let choices = item?["parts"].map { Array($0.elements) } ?? []
      let ids = choices.compactMap { findings.id($0) }.filter { SiteID.isNumber($0) }
      return Reaction(next: ids.prefix(Self.mostChoices).map { request(item: $0) })
    }
    if let story = findings.id(item?["story_id"]), SiteID.isNumber(story),
      response.request == firstRequests[0], story != id
    {
      comment = id
      return Reaction(isPart: false, next: [PageRequest(url: "\(Self.service)/\(story)")])
    }
    let hasChoices = item?["options"]?.elements.contains { $0.kind == .object } == true
    guard item?["type"]?.says("poll") == true, !hasChoices, let poll = findings.id(item?["id"]),
      SiteID.isNumber(poll)
    else { return Reaction() }
    return Reaction(next: [request(item: poll)])
  }

  private func request(item: String) -> PageRequest {
    PageRequest(url: "\(Self.items)/\(item).json")
  }
}
