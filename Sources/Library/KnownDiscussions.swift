import DiscussionModel
public import Sites
public import Storage

/// What the library has of many discussions, looked up by their links.
public struct KnownDiscussions {
  /// How many comments the sites stated when discussions were fetched, by their links.
  private let stated: [String: Int]
  private let byLink: [String: KeptDiscussion]
  private let byID: [String: KeptDiscussion]

  /// - Parameters:
  ///   - kept: what is kept.
  ///   - stated: how many comments the sites stated when discussions were fetched, by their links: sites count some that
  ///     nobody can read.
  /// - Complexity: O(*n*), the number of kept discussions.
  public init(_ kept: [KeptDiscussion], stated: [String: Int] = [:]) {
    self.stated = stated
    byLink = Dictionary(
      kept.compactMap { entry in entry.link.map { ($0, entry) } },
      uniquingKeysWith: { first, _ in first })
    byID = Dictionary(kept.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The kept discussion to which a link leads, however that came into the library; nil if there is none.
  public subscript(link: String) -> KeptDiscussion? {
    byLink[link] ?? (try? SiteVisit(url: link))?.discussion.flatMap { byID[$0] }
  }

  /// How many comments a discussion on a front page has that are new since it was last visited.
  ///
  /// - Parameters:
  ///   - row: the discussion, as the page lists it.
  ///   - now: seconds since 1970.
  /// - Returns: those that came since it was fetched, as far as the page says how many it has, and those that
  ///   were fetched and are new; 0 if it is muted. Nil if it is not kept.
  public func new(in row: FrontRow, at now: Int64) -> Int? {
    guard let kept = self[row.link] else { return nil }
    if kept.isMuted { return 0 }
    return unfetched(of: kept, in: row) + (kept.new(at: now) ?? 0)
  }

  /// How many comments came to a kept discussion since it was fetched, as far as a front page says.
  ///
  /// Those that were missing at that time are not among them.
  public func unfetched(of kept: KeptDiscussion, in row: FrontRow) -> Int {
    let fetched = kept.comments + (kept.unreadable?.missing ?? 0)
    return max(0, (row.comments ?? 0) - max(fetched, stated[row.link] ?? 0))
  }
}
