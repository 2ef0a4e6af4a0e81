import WebAddresses

/// Lobsters, and sites that run its software: a story by `s/ID.json`.
///
/// A comment's link is asked where it leads, since its JSON does not name the story.
struct LobstersPlan: FetchPlan {
  let format: DiscussionFormat? = .lobsters
  private(set) var comment: String?
  private var story: String?
  private let address: WebURL
  /// The host that answered at last, by which its discussions are called.
  private var host: String

  /// Reads a link; nil if it leads to no story.
  init?(_ address: WebURL) {
    self.address = address
    host = address.authority
    if let story = Self.story(in: address) {
      self.story = story
      comment = Self.comment(in: address)
    } else if address.path.count == 2, address.path[0] == "c", SiteID.isWord(address.path[1]) {
      comment = address.path[1]
    } else {
      return nil
    }
  }

  /// Whether a link leads to a story itself.
  var isStory: Bool { story != nil }

  var discussion: String? { story.map { LobstersImport.id(of: $0, at: host) } }
  var options: ImportOptions { ImportOptions(format: format, host: host) }
  var firstRequests: [PageRequest] {
    guard let story else {
      return [PageRequest(url: "\(address.origin)/c/\(address.path[1])", isRedirect: true)]
    }
    return [PageRequest(url: "\(address.origin)/s/\(story).json")]
  }

  mutating func take(_ response: PageResponse) -> Reaction {
    guard response.request.isRedirect else {
      host = response.address?.authority ?? host
      return Reaction()
    }
    guard let found = response.address, found.origin == address.origin,
      let story = Self.story(in: found)
    else {
      return Reaction(isPart: false)
    }
    self.story = story
    return Reaction(isPart: false, next: firstRequests)
  }

  private static func story(in address: WebURL) -> String? {
    let path = address.path
    guard path.first == "s", 2...3 ~= path.count || path.count == 5 && path[3] == "comments" else {
      return nil
    }
    let last = path[1]
    let id = last.hasSuffix(".json") ? String(last.dropLast(5)) : last
    return SiteID.isWord(id) ? id : nil
  }

  private static func comment(in address: WebURL) -> String? {
    if address.path.count == 5 { return SiteID.isWord(address.path[4]) ? address.path[4] : nil }
    guard let fragment = address.fragment, fragment.hasPrefix("c_") else { return nil }
    let id = String(fragment.dropFirst(2))
    return SiteID.isWord(id) ? id : nil
  }
}
