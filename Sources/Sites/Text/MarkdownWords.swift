import WebAddresses

/// Plain text within Markdown, as titles, captions and choices of polls are put into a body.
enum MarkdownWords {
  /// The text in one line, with a backslash before what Markdown, or a site's additions to it, would read.
  ///
  /// Any ASCII punctuation may have one (CommonMark 0.31, section 2.4). Addresses are left as they are, so that
  /// they still become links.
  ///
  /// - Complexity: O(length).
  static func escaped(_ text: String) -> String {
    var result: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      let isAddress =
        WebURL(reference: String(word))?.authority != nil && word.utf8.allSatisfy(isOfAddress)
      result.append(isAddress ? String(word) : escaped(word: word, isFirst: result.isEmpty))
    }
    return result.joined(separator: " ")
  }

  /// A link, or its words alone if there is no address that can be one.
  static func link(_ words: String, to address: String?) -> String {
    guard let address, let target = target(address) else { return escaped(words) }
    return "[\(escaped(words))](\(target))"
  }

  /// An address that is shown and leads where it says, or its letters alone if it is not one that may.
  static func address(_ address: String) -> String { target(address) ?? escaped(address) }

  /// An address between angle brackets; nil if it is not one of http or https.
  static func target(_ address: String) -> String? {
    guard WebURL(reference: address) != nil else { return nil }
    let encoded = PercentCoding.encode(address.utf8) { byte in
      byte <= 0x20 || byte == 0x7F || #"<>\"#.utf8.contains(byte)
    }
    return "<\(encoded.replacing("&", with: "&amp;"))>"
  }

  /// Lines as a quotation.
  static func quoted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "> \($0)" }
      .joined(separator: "\n")
  }

  private static func escaped(word: Substring, isFirst: Bool) -> String {
    var bytes: [UInt8] = []
    let start = isFirst ? word.utf8.prefix { 0x30...0x39 ~= $0 }.endIndex : nil
    for index in word.utf8.indices {
      let byte = word.utf8[index]
      // A lone & is not a reference.
      let next = word.utf8[word.utf8.index(after: index)...].first
      let isSign =
        "\\`*_[]<>~|!^".utf8.contains(byte) || (byte == UInt8(ascii: "&") && next != nil)
      let opensBlock =
        isFirst && index == start && "#+-=.)".utf8.contains(byte)
      if isSign || opensBlock { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isOfAddress(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "-._~:/?#@!$&'()+,;=%".utf8.contains(byte)
    }
  }
}
