public import Storage
import WebAddresses

/// What the library has of many articles, looked up by their addresses.
public struct KnownArticles {
  private let byKey: [ArticleKey: [KeptDiscussion]]

  /// - Complexity: O(*n*), the number of kept discussions.
  public init(_ kept: [KeptDiscussion]) {
    var byKey: [ArticleKey: [KeptDiscussion]] = [:]
    for entry in kept {
      guard let key = (entry.article ?? entry.url).flatMap({ ArticleKey($0) }) else { continue }
      byKey[key, default: []].append(entry)
    }
    self.byKey = byKey
  }

  /// The kept discussions about an address, however it is written, in the order in which they were given; none for what is
  /// not an address.
  public subscript(about address: String) -> [KeptDiscussion] {
    ArticleKey(address).flatMap { byKey[$0] } ?? []
  }
}
