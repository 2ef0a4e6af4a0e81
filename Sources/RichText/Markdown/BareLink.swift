import CCmarkGFM

/// A link of the address that is its text.
struct BareLink {
  private let node: OpaquePointer
  private let text: OpaquePointer
  private let shown: String
  private let target: String

  init?(_ node: OpaquePointer) {
    guard let text = cmark_node_first_child(node), cmark_node_next(text) == nil,
      let shown = text.literal, let target = cmark_node_get_url(node).map({ String(cString: $0) }),
      target.utf8.count <= shown.utf8.count + 7, target.hasSuffix(shown)
    else { return nil }
    (self.node, self.text, self.shown, self.target) = (node, text, shown, target)
  }

  func mend() {
    if target.hasPrefix("mailto:") { unlinkNames() } else { removeBackslashes() }
  }

  /// Makes text of what is the name of a community or a person on a host, or a place that a program
  /// goes to, and not an address of mail: `!cats@a.org`, `@ann@a.org`, `/c/cats@a.org`,
  /// `git@a.org:b/c`.
  private func unlinkNames() {
    let before = cmark_node_previous(node)?.literal?.utf8.last
    let after = (cmark_node_next(node)?.literal?.utf8).map { Array($0.prefix(2)) } ?? []
    let isName = before.map { "!@/:=#&".utf8.contains($0) } == true
    let isPlace =
      after.first == UInt8(ascii: "/") || after.first == UInt8(ascii: "@")
      || after.count == 2 && after[0] == UInt8(ascii: ":") && after[1] > 0x20
    guard isName || isPlace, cmark_node_insert_before(node, text) == 1 else { return }
    cmark_node_unlink(node)
    cmark_node_free(node)
  }

  /// Removes the backslashes that editors put before punctuation in addresses, as in `a\_b`.
  private func removeBackslashes() {
    guard shown.utf8.contains(UInt8(ascii: "\\")) else { return }
    var shown = shown
    // One at its end is before a sign that cmark-gfm left out as the end of a sentence.
    if shown.utf8.last == UInt8(ascii: "\\"), let next = cmark_node_next(node),
      let rest = next.literal, let sign = rest.first, sign.isASCII, "_~*".contains(sign)
    {
      shown.append(sign)
      cmark_node_set_literal(next, String(rest.dropFirst()))
    }
    let scheme = target.dropLast(self.shown.count)
    cmark_node_set_literal(text, shown.removingEscapes)
    cmark_node_set_url(node, scheme + shown.removingEscapes)
  }
}

extension OpaquePointer {
  /// The text of a node of text; nil for any other.
  fileprivate var literal: String? {
    guard cmark_node_get_type(self) == CMARK_NODE_TEXT else { return nil }
    return cmark_node_get_literal(self).map { String(cString: $0) }
  }
}

extension String {
  /// Without the backslashes before ASCII punctuation (CommonMark, section 2.4).
  fileprivate var removingEscapes: String {
    var result: [UInt8] = []
    var isEscaped = false
    for byte in utf8 {
      let isPunctuation = Unicode.Scalar(byte).properties.isPunctuationOrSign && byte < 0x80
      if isEscaped, isPunctuation { result.removeLast() }
      isEscaped = byte == UInt8(ascii: "\\") && !(isEscaped && isPunctuation)
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isPunctuationOrSign: Bool {
    switch generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation, .mathSymbol, .currencySymbol,
      .modifierSymbol, .otherSymbol:
      true
    default: false
    }
  }
}
