/// The beginnings of ids that belong to sites, and what they say of the place.
public enum SiteName {
  /// Those whose ids go on with a host, or may: `lemmy:HOST/7`.
  private static let withHost = ["discourse", "lemmy", "mastodon", "lobsters", "forge", "web"]
  /// Those that are one site.
  private static let alone = ["hn", "reddit", "github"]

  /// Whether an id begins as those of a site do, in whatever capitals.
  static func isReserved(_ id: String) -> Bool {
    guard let name = name(in: id)?.lowercased() else { return false }
    return withHost.contains(name) || alone.contains(name)
  }

  /// The id that a file at an address has: its own, if that may be its own, or one made of the address.
  ///
  /// An id that begins as those of a site do is only this site's to give.
  static func id(_ id: String, ofFileAt address: SiteAddress) -> String {
    guard isReserved(id), host(in: id) != address.authority else { return id }
    return "web:\(address.authority)\(address.target)"
  }

  /// The name of the site or the host for people; "" if an id begins with neither.
  ///
  /// `HN` for `hn:1`, `a.test` for `lemmy:a.test/7`, `Lobsters` for `lobsters:abc`.
  public static func title(of id: String) -> String {
    switch name(in: id) {
    case "hn": "HN"
    case "reddit": "Reddit"
    case "github": "GitHub"
    case "lobsters": host(in: id) ?? "Lobsters"
    case let name? where withHost.contains(name): host(in: id) ?? ""
    default: ""
    }
  }

  /// The host with its port in the id of a site that has one there; nil if there is none.
  static func host(in id: String) -> String? {
    guard let name = name(in: id), withHost.contains(name) else { return nil }
    let rest = id.dropFirst(name.count + 1)
    guard let slash = rest.firstIndex(of: "/"), slash > rest.startIndex else { return nil }
    return String(rest[..<slash])
  }

  private static func name(in id: String) -> String? {
    id.firstIndex(of: ":").map { String(id[..<$0]) }
  }
}
