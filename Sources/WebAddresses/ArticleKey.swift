/// What all addresses of one article have in common: two addresses that lead to the same page have the same key, whatever
/// was added to them while they were passed on.
///
/// The text is made for comparing, not for requests. Left out is what does not change the page: scheme, fragment, `www.`,
/// `m.` and `amp.`, the scheme's own port, a slash or `index.html` at the end, forms of AMP and the caches that serve them,
/// and parameters by which visits are counted. What is encoded in two ways is encoded in one (RFC 3986 section 6.2.2). The
/// order of parameters stays.
public struct ArticleKey: Hashable, Sendable {
  /// Host, path and query, such as `example.org/a?page=2`.
  public let text: String
  /// The address without what does not change the page, for requests: `https://www.example.org/a/?page=2`.
  public let address: String
  /// What a search in addresses looks for, so that it finds the others: host, path and query, or what is the same in all of
  /// them if a site has several names.
  public let words: String

  /// Reads an address as it is in a page; nil for what is not one of http or https.
  ///
  /// - Complexity: O(length).
  public init?(_ address: String) {
    guard let url = WebURL(reference: address) else { return nil }
    self.init(url)
  }

  /// - Complexity: O(length).
  public init(_ url: WebURL) {
    var parts = AddressParts(url)
    // A cache may have fetched from another.
    for _ in 0..<3 {
      guard let original = parts.cached else { break }
      parts = original
    }
    parts.shorten()
    address = (parts.isSecure ? "https://" : "http://") + parts.prefix + parts.text(hasSlash: true)
    words = parts.words
    parts.rename()
    text = parts.text(hasSlash: false)
  }

  public static func == (one: ArticleKey, other: ArticleKey) -> Bool { one.text == other.text }
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// An address in parts, each written in one way only.
private struct AddressParts {
  let isSecure: Bool
  /// `www.` if the host begins with it, otherwise empty.
  var prefix: String
  /// Without what says which of a site's forms is meant.
  var host: String
  var port: Int?
  /// The parts of the path, encoded, without empty ones at the end.
  var path: [String]
  var query: [Parameter]
  /// Whether a slash follows the path.
  var hasSlash: Bool
  /// A fragment that leads to another page, with its `#`, as in programs that run in the browser; otherwise empty.
  let route: String

  struct Parameter {
    /// Decoded.
    let name: String
    let value: String
    /// Both, encoded.
    let text: String
  }

  init(_ address: WebURL) {
    isSecure = address.isSecure
    (prefix, host) = Self.host(address.host)
    port = address.port
    let bytes = Array(address.rest.utf8)
    let mark = bytes.firstIndex(of: UInt8(ascii: "?")) ?? bytes.endIndex
    path = Self.path(bytes[..<mark])
    hasSlash = bytes[..<mark].last == UInt8(ascii: "/")
    query = bytes[mark...].dropFirst().split(separator: UInt8(ascii: "&")).map {
      Self.parameter($0)
    }
    let fragment = address.fragment ?? ""
    let isRoute = fragment.hasPrefix("!") || fragment.hasPrefix("/")
    route = isRoute ? "#" + PercentCoding.encode(fragment) : ""
  }

  /// Without `www`, `m`, `mobile` and `amp` before the name of a site, and without a dot at the end.
  private static func host(_ host: String) -> (prefix: String, host: String) {
    var labels = host.split(separator: ".")
    let prefix = labels.count > 2 && labels[0] == "www" ? "www." : ""
    while labels.count > 2, ["www", "m", "mobile", "amp"].contains(labels[0]) {
      labels.removeFirst()
    }
    if labels.count == 4, labels[1] == "m", labels[2].hasPrefix("wik") { labels.remove(at: 1) }
    return (prefix, labels.joined(separator: "."))
  }

  private static func path(_ bytes: ArraySlice<UInt8>) -> [String] {
    var path: [String] = []
    let parts = bytes.split(omittingEmptySubsequences: false) { $0 == 0x2F || $0 == 0x5C }
    for part in parts.dropFirst() {
      let text = PercentCoding.encode(PercentCoding.decode(part)) {
        !PercentCoding.isUnreserved($0) && !"!$&'()*+,;=:@".utf8.contains($0)
      }
      switch text {
      case ".": break
      case "..": _ = path.popLast()
      default: path.append(text)
      }
    }
    while path.last?.isEmpty == true { path.removeLast() }
    return path
  }

  private static func parameter(_ bytes: ArraySlice<UInt8>) -> Parameter {
    let equals = bytes.firstIndex(of: UInt8(ascii: "="))
    let name = PercentCoding.decode(bytes[..<(equals ?? bytes.endIndex)], plusIsSpace: true)
    let value = PercentCoding.decode(
      bytes[(equals ?? bytes.endIndex)...].dropFirst(), plusIsSpace: true)
    func encoded(_ bytes: [UInt8]) -> String {
      PercentCoding.encode(bytes) {
        !PercentCoding.isUnreserved($0) && !"!$'()*,;:@/?".utf8.contains($0)
      }
    }
    return Parameter(
      name: String(decoding: name, as: UTF8.self), value: String(decoding: value, as: UTF8.self),
      text: encoded(name) + (equals == nil ? "" : "=" + encoded(value)))
  }

  /// Host, path and query, without parameters by which visits are counted.
  func text(hasSlash: Bool) -> String {
    let query = query.filter { !TrackingParameters.has($0.name, $0.value, at: host) }
    return host + (port.map { ":\($0)" } ?? "") + path.map { "/\($0)" }.joined()
      + (hasSlash && (self.hasSlash || path.isEmpty) ? "/" : "")
      + (query.isEmpty ? "" : "?" + query.map(\.text).joined(separator: "&")) + route
  }

  /// What all addresses have that ``rename()`` makes the same.
  var words: String {
    switch host {
    case "twitter.com", "x.com": path.isEmpty ? host : path.joined(separator: "/")
    case "youtu.be": path.first ?? host
    case "youtube.com": query.first { $0.name == "v" }?.value ?? text(hasSlash: false)
    default: text(hasSlash: false)
    }
  }

  /// The address that this AMP cache has a copy of: `google.com/amp/s/HOST/…`, `…cdn.ampproject.org/c/s/HOST/…`;
  /// nil for any other.
  var cached: AddressParts? {
    let labels = host.split(separator: ".")
    let isGoogle =
      labels.first == "google" && labels.dropFirst().allSatisfy { $0.utf8.count < 4 }
      && path.first == "amp"
    let isCache = [".cdn.ampproject.org", ".bing-amp.com"].contains { ".\(host)".hasSuffix($0) }
    guard isGoogle || isCache && path.first.map({ ["c", "v", "wp"].contains($0) }) == true else {
      return nil
    }
    var rest = path.dropFirst()
    if rest.first == "s" { rest.removeFirst() }
    guard let name = rest.popFirst(), name.contains("."),
      let place = WebURL(reference: "https://\(name)")
    else { return nil }
    var parts = self
    (parts.prefix, parts.host) = Self.host(place.host)
    parts.port = place.port
    parts.path = Array(rest)
    return parts
  }

  /// What the word `amp` follows if it is a name and not a form of a page.
  private static let collections: Set = [
    "c", "category", "r", "search", "tag", "tags", "topic", "topics", "u", "user", "users", "wiki",
  ]

  /// Leaves out what does not change the page at the ends of the path.
  mutating func shorten() {
    var before: (count: Int, last: String?)
    repeat {
      before = (path.count, path.last)
      leaveOutAMP()
      leaveOutIndex()
    } while before != (path.count, path.last)
  }

  /// Sites on which any part of a path is a name.
  private static let sitesOfNames: Set = [
    "bitbucket.org", "codeberg.org", "crates.io", "docs.rs", "github.com", "gitlab.com",
    "npmjs.com", "pypi.org", "reddit.com", "twitter.com", "x.com",
  ]

  private mutating func leaveOutAMP() {
    if Self.sitesOfNames.contains(host) { return }
    while path.count > 1, path.last == "amp" || path.last == "amp.html",
      !Self.collections.contains(path[path.count - 2])
    { path.removeLast() }
    path.removeFirst(path.dropLast().prefix { $0 == "amp" }.count)
    guard var last = path.popLast() else { return }
    let end = last.hasSuffix(".html") ? ".html" : ""
    last.removeLast(end.count)
    while last.hasSuffix(".amp"), ![".amp", "..amp", "...amp"].contains(last) {
      last.removeLast(4)
    }
    path.append(last + end)
  }

  private mutating func leaveOutIndex() {
    let names: Set = [
      "index.html", "index.htm", "index.php", "index.shtml", "index.xhtml", "default.aspx",
    ]
    while let last = path.last, last.isEmpty || names.contains(last) { path.removeLast() }
  }

  /// One name for sites that have two.
  mutating func rename() {
    if host == "twitter.com" { host = "x.com" }
    if host == "youtu.be", path.count == 1 {
      query.insert(Self.parameter(Array("v=\(path[0])".utf8)[...]), at: 0)
      (host, path) = ("youtube.com", ["watch"])
    }
  }
}
