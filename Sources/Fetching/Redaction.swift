import WebAddresses

/// Takes secrets out of what came from a site, so that it can be shown to others: tokens, cookies, and what addresses have
/// of either.
///
/// A secret is a token of the user's in any spelling that responses repeat it in, the value of a parameter of an address
/// unless its name is known to be harmless, and a member of JSON whose name says that it is one.
struct Redaction {
  /// What is in the place of a secret.
  static let mark = "REDACTED"

  /// In bytes, in each spelling, the longest first.
  private let secrets: [[UInt8]]
  /// For each byte whether a secret begins with it.
  private let isStart: [Bool]
  private let mark = Array(Redaction.mark.utf8)

  /// A text that is shorter occurs by chance.
  private static let shortest = 6

  /// Parameters of addresses whose values say nothing about whoever requests them.
  private static let harmless: Set<String> = [
    "after", "api_type", "base", "before", "children", "context", "count", "cursor", "depth",
    "filter",
    "id", "include", "limit", "limit_children", "link_id", "max_depth", "offset", "order", "page",
    "page_cursor", "pagesize", "parent_id", "parentheight", "per_page", "post_id", "post_ids[]",
    "raw_json", "since", "site", "sort", "type_", "unsafe", "uri",
  ]
  /// Parameters whose values are secret wherever an address stands.
  private static let secret: Set<String> = ["auth", "feed", "key", "pwd", "sid", "user"]
  /// Parts of names of secrets.
  private static let signs = [
    "apikey", "api_key", "authoriz", "cookie", "credential", "csrf", "jwt", "modhash", "passw",
    "secret",
    "session", "token", "xsrf",
  ]
  /// Headers whose values are kept; a star stands for any end.
  private static let headers = [
    "accept*", "access-control-*", "age", "alt-svc", "allow", "cache-control", "cf-cache-status",
    "cf-mitigated", "cf-ray", "connection", "content-*", "date", "deprecation", "etag", "expires",
    "keep-alive", "last-modified", "link", "location", "pragma", "ratelimit*", "retry-after",
    "server",
    "strict-transport-security", "sunset", "transfer-encoding", "vary", "via", "warning",
    "x-cache*",
    "x-content-type-options", "x-frame-options", "x-github-media-type", "x-powered-by",
    "x-ratelimit*",
    "x-robots-tag", "x-runtime", "x-served-by", "x-xss-protection",
  ]

  /// - Parameters:
  ///   - tokens: the user's.
  ///   - address: what was requested; long values of its parameters are secrets too, unless they are harmless.
  init(tokens: [String], address: String) {
    var texts = tokens.filter { $0.utf8.count >= Self.shortest }
    for parameter in address.split(whereSeparator: { "?&#".contains($0) }).dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1)
      guard parts.count == 2, parts[1].utf8.count >= 8, !Self.isHarmless(String(parts[0])) else {
        continue
      }
      let value = PercentCoding.decode(Array(parts[1].utf8)[...])
      texts += [String(parts[1]), String(decoding: value, as: UTF8.self)]
    }
    let spellings = texts.flatMap {
      [
        $0, PercentCoding.encode($0), $0.replacing("/", with: "\\/"),
        $0.replacing("&", with: "&amp;"),
      ]
    }
    secrets = Set(spellings).map { Array($0.utf8) }.sorted { $0.count > $1.count }
    let starts = Set(secrets.compactMap(\.first))
    isStart = (0...255).map { starts.contains(UInt8($0)) }
  }

  /// An address without the values of its parameters, unless they are harmless, and without a password.
  func address(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if let start = text.range(of: "://"),
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "@")),
      !bytes[start..<end].contains(where: { "/?#".utf8.contains($0) })
    {
      bytes.replaceSubrange(start..<end, with: mark)
    }
    return String(decoding: withoutSecrets(bytes, isAddress: true), as: UTF8.self)
  }

  /// The value of a header as it may be shown; nil if none of it may.
  func header(_ name: String, _ value: String) -> String? {
    let isKept = Self.headers.contains { kept in
      kept.hasSuffix("*") ? name.hasPrefix(kept.dropLast()) : name == kept
    }
    return isKept ? address(value) : nil
  }

  /// A body without secrets.
  ///
  /// - Complexity: O(length), for few secrets.
  func body(_ bytes: [UInt8]) -> [UInt8] { withoutSecrets(bytes, isAddress: false) }

  /// Some bytes without secrets; of an address all parameters are secret that are not known to be harmless.
  private func withoutSecrets(_ bytes: [UInt8], isAddress: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = 0
    while at < bytes.count {
      if isStart[Int(bytes[at])],
        let secret = secrets.first(where: { bytes[at...].starts(with: $0) })
      {
        result += mark
        at += secret.count
        continue
      }
      let byte = bytes[at]
      result.append(byte)
      at += 1
      let found: Range<Int>?
      switch byte {
      case UInt8(ascii: ";") where !isAddress && result.ends(with: "&quot;"):
        found = member(in: bytes, at: at, after: result)
      case UInt8(ascii: "?"), UInt8(ascii: "&"), UInt8(ascii: "#"), UInt8(ascii: ";"):
        found = parameter(in: bytes, at: at, isAddress: isAddress)
      case UInt8(ascii: "6") where result.ends(with: "\\u0026"):
        found = parameter(in: bytes, at: at, isAddress: isAddress)
      case UInt8(ascii: "\""): found = isAddress ? nil : member(in: bytes, at: at, after: result)
      case UInt8(ascii: "<"): found = isAddress ? nil : field(in: bytes, at: at)
      default: found = nil
      }
      if let found {
        result += withoutSecrets(Array(bytes[at..<found.lowerBound]), isAddress: isAddress) + mark
        at = found.upperBound
      }
    }
    return result
  }

  /// The value of a parameter whose name begins at a place; nil if it may be shown.
  private func parameter(in bytes: [UInt8], at start: Int, isAddress: Bool) -> Range<Int>? {
    let name = bytes[start...].prefix(64).prefix { Self.isOfName($0) }
    guard !name.isEmpty, name.endIndex < bytes.count, bytes[name.endIndex] == UInt8(ascii: "=")
    else {
      return nil
    }
    let word = String(decoding: name, as: UTF8.self)
    guard isAddress ? !Self.isHarmless(word) : Self.isSecret(word) else { return nil }
    let value = bytes[(name.endIndex + 1)...].prefix {
      $0 > 0x20 && !"&\"'<>\\#),;".utf8.contains($0)
    }
    return value.isEmpty ? nil : value.startIndex..<value.endIndex
  }

  /// The string that is the value of a member of JSON whose name begins at a place; nil if it may be shown.
  ///
  /// Its quotation marks are written as the one before the name is, which `written` ends with: as they are, within a string
  /// of JSON (`\\"`), or within an attribute (`&quot;`).
  private func member(in bytes: [UInt8], at start: Int, after written: [UInt8]) -> Range<Int>? {
    let mark = ["&quot;", "\\\"", "\""].first { written.ends(with: $0) }.map { Array($0.utf8) }
    let name = bytes[start...].prefix(64).prefix { Self.isOfName($0) }
    guard let mark, !name.isEmpty, bytes[name.endIndex...].starts(with: mark) else { return nil }
    var at = name.endIndex + mark.count
    for wanted in [Array(":".utf8), mark] {
      while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
      guard bytes[at...].starts(with: wanted) else { return nil }
      at += wanted.count
    }
    guard Self.isSecretName(name) else { return nil }
    let value = at
    while at < bytes.count, !bytes[at...].starts(with: mark) {
      at += mark.count == 1 && bytes[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return value..<min(at, bytes.count)
  }

  /// The value of a field of a form, or of a `<meta>`, whose tag begins at a place and whose name says that it is a secret.
  private func field(in bytes: [UInt8], at start: Int) -> Range<Int>? {
    let tag = bytes[start...].prefix(4096).prefix { $0 != UInt8(ascii: ">") }
    let word = String(decoding: tag.prefix(5), as: UTF8.self).lowercased()
    guard word == "meta " || word == "input" else { return nil }
    let names = ["name", "id", "property"].compactMap { attribute($0, in: tag) }
    guard names.contains(where: { Self.isSecretName(tag[$0]) }) else { return nil }
    let value = attribute("content", in: tag) ?? attribute("value", in: tag)
    return value.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Where the value of an attribute of a tag stands, without quotation marks; nil if the tag does not have it.
  private func attribute(_ name: String, in tag: ArraySlice<UInt8>) -> Range<Int>? {
    let wanted = Array("\(name)=".utf8)
    let place = tag.indices.dropFirst().first { index in
      tag[index - 1] <= 0x20
        && tag[index...].prefix(wanted.count).map { $0 | 0x20 } == wanted.map { $0 | 0x20 }
    }
    guard let place else { return nil }
    let rest = tag[(place + wanted.count)...]
    guard let quote = rest.first, quote == 0x22 || quote == 0x27 else {
      let value = rest.prefix { $0 > 0x20 }
      return value.startIndex..<value.endIndex
    }
    let value = rest.dropFirst().prefix { $0 != quote }
    return value.startIndex..<value.endIndex
  }

  private static func isSecretName(_ name: ArraySlice<UInt8>) -> Bool {
    let word = String(decoding: name, as: UTF8.self).lowercased()
    return signs.contains { word.contains($0) }
  }

  private static func isHarmless(_ name: String) -> Bool {
    let name = String(decoding: PercentCoding.decode(Array(name.utf8)[...]), as: UTF8.self)
    return harmless.contains(name.lowercased())
  }

  private static func isSecret(_ name: String) -> Bool {
    let name = name.lowercased()
    return secret.contains(name) || signs.contains { name.contains($0) }
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-_.%[]".utf8.contains(byte)
    }
  }
}

extension String {
  /// Whether a text is in this one.
  fileprivate func contains(_ text: String) -> Bool { range(of: text) != nil }

  /// The offset in bytes of what follows a text; nil if it is not in this one.
  fileprivate func range(of text: String) -> Int? {
    let (bytes, wanted) = (Array(utf8), Array(text.utf8))
    guard bytes.count >= wanted.count else { return nil }
    return (0...bytes.count - wanted.count)
      .first { bytes[$0...].starts(with: wanted) }.map { $0 + wanted.count }
  }
}

extension [UInt8] {
  /// Whether the last bytes are those of a text.
  fileprivate func ends(with text: String) -> Bool {
    suffix(text.utf8.count).elementsEqual(text.utf8)
  }
}
