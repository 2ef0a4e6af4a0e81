/// Texts that are not in UTF-8, as `Content-Type` or the page itself says (RFC 9110 section 8.3.2).
enum Charset {
  /// A body in UTF-8, without the byte order mark of UTF-16.
  ///
  /// A body that is UTF-8 all the same stays as it is: servers say ISO-8859-1 of everything unless somebody tells them
  /// not to. So does one in an encoding that is not known here. A byte order mark counts more than what is said.
  ///
  /// - Complexity: O(length) unless UTF-8 is said.
  static func utf8(_ body: [UInt8], contentType: String) -> [UInt8] {
    if let marked = byMark(body) { return marked }
    return TextEncoding(label: name(in: contentType))?.utf8(body) ?? body
  }

  /// A page in UTF-8: by its byte order mark, by what the server says, by what it says of itself in its first 4,096 bytes, or
  /// else, if it is not UTF-8, as windows-1252 (WHATWG HTML, section 13.2.3).
  ///
  /// - Parameters:
  ///   - page: its bytes.
  ///   - contentType: what the server or the file around it says; "" for nothing.
  /// - Returns: the page in UTF-8; what cannot be read stays as it is.
  /// - Complexity: O(length).
  static func utf8(page: [UInt8], contentType: String = "") -> [UInt8] {
    if let marked = byMark(page) { return marked }
    if let encoding = TextEncoding(label: name(in: contentType)) { return encoding.utf8(page) }
    var stated = statedEncoding(page.prefix(4096))
    // Whoever could read that it is UTF-16 has read it as ASCII.
    if case .utf16 = stated { stated = .utf8 }
    let page = stated?.utf8(page) ?? page
    return stated == .utf8 || String(validating: page, as: UTF8.self) != nil
      ? page : TextEncoding.singleByte("windows-1252").utf8(page)
  }

  private static func byMark(_ body: [UInt8]) -> [UInt8]? {
    if body.starts(with: [0xEF, 0xBB, 0xBF]) { return body }
    if body.starts(with: [0xFE, 0xFF]) {
      return TextEncoding.utf16(body.dropFirst(2), isBigEndian: true)
    }
    if body.starts(with: [0xFF, 0xFE]) {
      return TextEncoding.utf16(body.dropFirst(2), isBigEndian: false)
    }
    return nil
  }

  /// What the first `<meta charset>` or `<meta http-equiv>` says that names an encoding.
  private static func statedEncoding(_ start: ArraySlice<UInt8>) -> TextEncoding? {
    var rest = start.map { 0x41...0x5A ~= $0 ? $0 | 0x20 : $0 }[...]
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
    while let tag = rest.end(of: "<meta") {
      let content = rest[tag...].prefix { $0 != UInt8(ascii: ">") }
      rest = rest[content.endIndex...]
      guard let mark = content.end(of: "charset") else { continue }
      let value = content[mark...].drop(while: isSpace)
      guard value.first == UInt8(ascii: "=") else { continue }
      let label = value.dropFirst().drop { isSpace($0) || $0 == 0x22 || $0 == 0x27 }
        .prefix { !isSpace($0) && !"\"';/>".utf8.contains($0) }
      if let encoding = TextEncoding(label: String(decoding: label, as: UTF8.self)) {
        return encoding
      }
    }
    return nil
  }

  /// The value of the parameter `charset`, in lower case, without quotes; "" if there is none.
  static func name(in contentType: String) -> String {
    for parameter in contentType.split(separator: ";").dropFirst() {
      let parts = parameter.split(separator: "=", maxSplits: 1).map { trimmed($0).lowercased() }
      guard parts.count == 2, parts[0] == "charset" else { continue }
      return trimmed(parts[1].filter { $0 != "\"" && $0 != "'" }[...])
    }
    return ""
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop { $0 == " " || $0 == "\t" }
    return String(start.prefix { $0 != " " && $0 != "\t" && $0 != "," })
  }
}

extension ArraySlice<UInt8> {
  /// The index after the place where a word is first; nil if it is not there.
  fileprivate func end(of word: String) -> Int? {
    let word = Array(word.utf8)
    guard let first = word.first else { return nil }
    var rest = self
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: word) { return start + word.count }
      rest = rest.dropFirst()
    }
    return nil
  }
}
