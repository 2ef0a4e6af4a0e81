import DiscussionModel

/// A place that outlives the program.
public struct Place: Equatable, Sendable {
  /// The entry's lasting name: see ``Page/name(of:)``.
  public var entry: String
  /// The offset in its text at which the screen begins; 0 where its start is on the screen.
  public var offset: Int

  public init(entry: String, offset: Int) {
    self.entry = entry
    self.offset = offset
  }
}

extension Page {
  /// A name for an entry that holds as long as the discussion has it.
  public func name(of entry: Int) -> String {
    switch kind(of: entry) {
    case .article: "article"
    case .notice: "notice"
    case .links(let index): "links/\(index)"
    case .comment(let position): "comment/" + comment(at: position).id
    }
  }

  /// The entry with a name; nil when there is none.
  ///
  /// - Complexity: O(*n*) for a comment, else O(1).
  public func entry(named name: String) -> Int? {
    if name == "article" { return 0 }
    if name == "notice" { return discussion.notice == nil ? nil : 1 }
    if name.hasPrefix("links/") {
      guard let index = Int(name.dropFirst("links/".count)),
        discussion.links.indices.contains(index)
      else { return nil }
      return firstComment - discussion.links.count + index
    }
    guard name.hasPrefix("comment/") else { return nil }
    let id = String(name.dropFirst("comment/".count))
    guard let source = discussion.comments.firstIndex(where: { $0.id == id }) else { return nil }
    return Int(thread.positions[source]) + firstComment
  }
}
