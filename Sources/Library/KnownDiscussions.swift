import DiscussionModel
import Sites
public import Storage

/// What the library has of many discussions, looked up by their links.
public struct KnownDiscussions {
  private let byLink: [String: KeptDiscussion]
  private let byID: [String: KeptDiscussion]

  /// - Complexity: O(*n*), the number of kept discussions.
  public init(_ kept: [KeptDiscussion]) {
    byLink = Dictionary(
      kept.compactMap { entry in entry.link.map { ($0, entry) } },
      uniquingKeysWith: { first, _ in first })
    byID = Dictionary(kept.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The kept discussion to which a link leads, however that came into the library; nil if there is none.
  public subscript(link: String) -> KeptDiscussion? {
    byLink[link] ?? (try? SiteVisit(url: link))?.discussion.flatMap { byID[$0] }
  }
}
