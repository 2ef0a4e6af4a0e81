import WebAddresses

/// What the beginning of an id says of the place.
public enum SiteName {
  /// Whether an id begins as those of a site do, in whatever capitals.
  static func isReserved(_ id: String) -> Bool {
    SiteTable.standard.idForm(of: id.lowercased()) != nil
  }

  /// The id that a file at an address has: its own, if that may be its own, or one made from the address.
  ///
  /// An id that begins as those of a site do is only this site's to give.
  static func id(_ id: String, ofFileAt address: WebURL) -> String {
    guard isReserved(id), host(in: id) != address.authority else { return id }
    return "web:\(address.authority)\(address.target)"
  }

  /// The name of the site or the host for people; "" if an id begins with neither.
  ///
  /// `HN` for `hn:1`, `a.test` for `board:a.test/7`.
  public static func title(of id: String) -> String {
    host(in: id) ?? SiteTable.standard.idForm(of: id)?.title ?? ""
  }

  /// The name for people of the site whose interface is at a host; for any other host the host itself.
  ///
  /// `Hacker News` for `hn.algolia.com`.
  public static func name(ofHost host: String) -> String {
    let site = SiteTable.standard.sites.first { $0.hosts?.interfaces.contains(host) == true }
    return site?.about?.title ?? host
  }

  /// Whether an id begins as those of a site do, and goes on.
  public static func isOfSite(_ id: String) -> Bool {
    guard let form = SiteTable.standard.idForm(of: id) else { return false }
    return id.utf8.count > form.prefix.utf8.count + 1
  }

  /// The link of the discussion with an id of a site; nil if the id does not say it.
  public static func link(of id: String) -> String? {
    guard isOfSite(id), let form = SiteTable.standard.idForm(of: id) else { return nil }
    let rest = String(id.dropFirst(form.prefix.count + 1))
    let isPlain = rest.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
      default: "-._/".utf8.contains(byte)
      }
    }
    return isPlain ? form.link(rest) : nil
  }

  /// The host with its port in the id of a site that has one there; nil if there is none.
  static func host(in id: String) -> String? {
    guard let form = SiteTable.standard.idForm(of: id), form.hasHost else { return nil }
    let rest = id.dropFirst(form.prefix.count + 1)
    guard let slash = rest.firstIndex(of: "/"), slash > rest.startIndex else { return nil }
    return String(rest[..<slash])
  }
}
