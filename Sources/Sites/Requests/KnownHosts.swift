import WebAddresses

/// Hosts whose software is known without a request: discussions in the library came from them, or one of their front pages is a
/// source.
public struct KnownHosts: Equatable, Sendable {
  /// How ids of discussions at a host begin, by the host with its port.
  private var prefixes: [String: Set<String>] = [:]

  public init() {}

  /// Takes in what the id of a discussion says, such as `lemmy:lemmy.example/5`; nothing if it names no host.
  public mutating func insert(discussion id: String) {
    guard let form = SiteTable.standard.idForm(of: id), form.hasHost,
      let host = id.dropFirst(form.prefix.count + 1).split(separator: "/").first
    else { return }
    prefixes[String(host), default: []].insert(form.prefix)
  }

  /// Takes in what the address of a front page says, which may be one of several kinds; nothing for a text that is not an
  /// address.
  public mutating func insert(front url: String) {
    do throws(SiteError) {
      let address = try WebURL(link: url)
      let sites = SiteTable.standard.sites.filter { site in
        site.anywhere != nil && site.fronts?.plans(address).isEmpty == false
      }
      let found = sites.flatMap { $0.ids.map(\.prefix) }
      if !found.isEmpty { prefixes[address.authority, default: []].formUnion(found) }
    } catch {
      // What is not an address names no host.
    }
  }

  /// Whether discussions at a host may have ids that begin in one of these ways.
  fileprivate func have(_ forms: [SiteIDForm], at host: String) -> Bool {
    guard let known = prefixes[host] else { return false }
    return forms.contains { known.contains($0.prefix) }
  }
}

extension SiteVisit {
  /// Whether a link leads to a discussion that can be opened, as far as that is certain without a request.
  ///
  /// On a known site these are the links to its discussions. On any other host they are those of software that is known to
  /// run there, and those that nothing else has, such as `/t/NAME/ID` of Discourse and `/-/issues/ID` of GitLab; the latter
  /// only on the internet.
  ///
  /// - Parameters:
  ///   - url: the link, as it is in a page.
  ///   - hosts: the hosts whose software is known.
  /// - Returns: false also for what is not a link.
  public static func opens(_ url: String, knowing hosts: KnownHosts = KnownHosts()) -> Bool {
    do throws(SiteError) {
      return SiteTable.standard.opens(try WebURL(link: url), hosts)
    } catch {
      return false
    }
  }
}

extension SiteTable {
  fileprivate func opens(_ address: WebURL, _ known: KnownHosts) -> Bool {
    if let hosts = sites.lazy.compactMap(\.hosts).first(where: { $0.contains(address.host) }) {
      return hosts.plan(address) != nil
    }
    return sites.contains { site in
      guard let anywhere = site.anywhere,
        anywhere.plans(address).contains(where: { $0.unsupported == nil })
      else { return false }
      return known.have(site.ids, at: address.authority)
        || address.reach == .internet && anywhere.isSure(of: address)
    }
  }
}
