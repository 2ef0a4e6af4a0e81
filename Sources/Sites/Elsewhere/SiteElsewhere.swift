import WebAddresses

/// How a site is asked which of its discussions are about an article.
struct SiteElsewhere: Sendable {
  /// Whether this is software that runs on any host; only the hosts that somebody names are asked.
  var hasHosts = false
  /// Whether only people with a token for the site's service get a response.
  var needsToken = false
  /// What is requested, by the interfaces that versions of the software have, the newest first.
  ///
  /// The scheme and host are those of software that runs on hosts of any name, otherwise empty.
  let plans: @Sendable (_ article: ArticleKey, _ origin: String) -> [any FrontPlan]
}

extension SiteTable {
  /// The hosts, with their ports, whose software can be asked about an article.
  ///
  /// - Parameters:
  ///   - discussion: the id of a discussion; nil for none.
  ///   - fronts: addresses of front pages; one that may be of several kinds counts only if its host is called as the
  ///     software is.
  /// - Returns: for each site its hosts, each once.
  func elsewhereHosts(
    discussion: String?, fronts: [String]
  ) -> [(site: Site, elsewhere: SiteElsewhere, host: String)] {
    var found: [(site: Site, elsewhere: SiteElsewhere, host: String)] = []
    func add(_ site: Site, _ host: String) {
      guard let elsewhere = site.elsewhere, elsewhere.hasHosts,
        !found.contains(where: { $0.host == host })
      else { return }
      found.append((site, elsewhere, host))
    }
    if let discussion, let form = idForm(of: discussion) {
      let host = discussion.dropFirst(form.prefix.utf8.count + 1).split(separator: "/").first
      for site in sites where site.ids.contains(where: { $0.prefix == form.prefix }) {
        if let host { add(site, String(host)) }
      }
    }
    for address in fronts.lazy.compactMap({ WebURL(reference: $0)?.secured }) {
      let candidates = sites.filter { site in
        site.anywhere != nil && site.fronts?.plans(address).isEmpty == false
      }
      for site in candidates
      where candidates.count == 1 || site.anywhere?.isNamed(by: address.host) == true {
        add(site, address.authority)
      }
    }
    return found
  }
}
