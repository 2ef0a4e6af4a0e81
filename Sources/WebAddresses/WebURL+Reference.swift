/// References as they are in a page, and what they lead to.
extension WebURL {
  /// The address to which a reference on this page leads, absolute, with its fragment; nil for what is not an address of
  /// http or https, such as `javascript:` or `mailto:`.
  ///
  /// It follows RFC 3986, section 5.2, with what browsers do beyond it: white space around it is dropped, and so are line
  /// feeds and tabs in it; `\` is read as `/`.
  ///
  /// - Complexity: O(length).
  public func absolute(_ reference: String) -> String? {
    let bytes = Array(
      reference.utf8.drop { $0 <= 0x20 }.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D })
    let last = bytes.lastIndex { $0 > 0x20 } ?? -1
    let text = bytes[..<(last + 1)]
    let mark = text.firstIndex { $0 == UInt8(ascii: "#") } ?? text.endIndex
    let fragment = String(decoding: text[mark...], as: UTF8.self)
    let query = text[..<mark].firstIndex { $0 == UInt8(ascii: "?") } ?? mark
    let path = text[..<query].map { $0 == UInt8(ascii: "\\") ? UInt8(ascii: "/") : $0 }
    let rest = String(decoding: text[query..<mark], as: UTF8.self)
    let pathText = String(decoding: path, as: UTF8.self)
    if Self.hasScheme(path) || pathText.hasPrefix("//") {
      guard let url = WebURL(reference: pathText + rest) else { return nil }
      return url.page + fragment
    }
    let own = Array(self.rest.utf8)
    let ownQuery = own.firstIndex { $0 == UInt8(ascii: "?") } ?? own.endIndex
    var moved = self
    if path.isEmpty {
      let query = rest.isEmpty ? String(decoding: own[ownQuery...], as: UTF8.self) : rest
      moved.rest = String(decoding: own[..<ownQuery], as: UTF8.self) + query
    } else if pathText.hasPrefix("/") {
      moved.rest = Self.withoutDots(path) + rest
    } else {
      let folder = own[..<ownQuery].lastIndex(of: UInt8(ascii: "/")).map { own[...$0] } ?? []
      moved.rest = Self.withoutDots(folder.isEmpty ? [0x2F] + path : folder + path) + rest
    }
    return moved.page + fragment
  }

  /// Whether a reference begins with a scheme, such as `https:`.
  private static func hasScheme(_ path: [UInt8]) -> Bool {
    let word = path.prefix { byte in
      0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte || "+-.".utf8.contains(byte)
    }
    guard let first = word.first, 0x61...0x7A ~= first | 0x20, word.count < path.count else {
      return false
    }
    return path[word.count] == UInt8(ascii: ":")
  }

  /// A path without its parts `.` and `..` (RFC 3986, section 5.2.4).
  private static func withoutDots(_ path: [UInt8]) -> String {
    var parts: [ArraySlice<UInt8>] = []
    let all = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst()
    for (index, part) in all.enumerated() {
      let isLast = index == all.count - 1
      switch String(decoding: part, as: UTF8.self).lowercased() {
      case ".", "%2e": if isLast { parts.append([]) }
      case "..", ".%2e", "%2e.", "%2e%2e":
        _ = parts.popLast()
        if isLast { parts.append([]) }
      default: parts.append(part)
      }
    }
    return "/" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "/")
  }
}
