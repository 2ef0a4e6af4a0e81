import WebAddresses

/// A search by a site itself, in what one of its front pages lists.
public struct FrontSearch: Equatable, Sendable {
  /// The address of the page with what is found, which a ``FrontVisit`` fetches like any other front page.
  public let address: String

  /// Nil if there are no words, or the site cannot be searched.
  ///
  /// - Parameters:
  ///   - words: what is looked for.
  ///   - front: the address of a front page, or of such a search.
  public init?(_ words: String, at front: String) {
    let words = String(words[...].trimmed)
    guard !words.isEmpty, let front = WebURL(reference: front)?.secured,
      let address = SiteTable.standard.searchAddress(of: words, at: front)
    else { return nil }
    self.address = address
  }
}

extension SiteTable {
  fileprivate func searchAddress(of words: String, at front: WebURL) -> String? {
    if let site = sites.first(where: { $0.hosts?.contains(front.host) == true }) {
      return site.fronts?.search(words, front)
    }
    return sites.lazy.filter { $0.anywhere != nil }.compactMap(\.fronts)
      .filter { !$0.plans(front).isEmpty }.compactMap { $0.search(words, front) }.first { _ in true
      }
  }
}
