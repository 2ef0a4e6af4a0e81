/// Hacker News: `item?id=ID`, by Algolia's `api/v1/items/ID`; for a comment its story's.
struct HackerNewsSite: Conversation {
  let format: DiscussionFormat? = .hackerNews
  /// What the link names: a story, or a comment.
  private let id: String
  private(set) var comment: String?

  private static let service = "https://hn.algolia.com/api/v1/items"

  /// Reads a link; nil where it leads to no item.
  init?(_ address: SiteAddress) {
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
  var beginning: [Question] { [Question(url: "\(Self.service)/\(id)")] }

  mutating func take(_ answer: Answer) -> Reaction {
    var findings = Findings()
    guard let story = findings.id(answer.items.first?[.storyID]), SiteID.isNumber(story),
      answer.question == beginning[0], story != id
    else { return Reaction() }
    comment = id
    return Reaction(isPart: false, next: [Question(url: "\(Self.service)/\(story)")])
  }
}
