@_spi(_Unicode) import Swift

/// The names of hosts as the domain name system has them.
enum HostName {
  /// A name in lower case and in ASCII: `bücher.example` as `xn--bcher-kva.example`.
  ///
  /// Letters are mapped as in UTS #46 section 4 as far as people type them: lower case, composed
  /// (NFC), full-width letters and full stops as their usual forms. `ß` and the final `ς` stay.
  ///
  /// - Parameter name: a host without a port. An IPv6 address in brackets is only put in lower case.
  /// - Returns: nil if a label is longer than 63 bytes, or has a character beyond ASCII that no label
  ///   has: white space, a control character, one that is invisible or not assigned. What is ASCII is
  ///   the caller's to check.
  /// - Complexity: O(length).
  static func ascii(_ name: String) -> String? {
    guard name.utf8.contains(where: { $0 > 0x7F }) else { return name.lowercased() }
    var labels: [[Unicode.Scalar]] = [[]]
    var mapped = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { mapped.append(contentsOf: usual(scalar)) }
    for scalar in String(mapped)._nfc {
      if scalar == "." {
        labels.append([])
      } else {
        guard scalar.isASCII || isOfLabel(scalar) else { return nil }
        labels[labels.count - 1].append(scalar)
      }
    }
    var words: [String] = []
    for label in labels {
      guard let word = word(for: label), word.utf8.count < 64 else { return nil }
      words.append(word)
    }
    return words.joined(separator: ".")
  }

  private static func word(for label: [Unicode.Scalar]) -> String? {
    guard label.contains(where: { !$0.isASCII }) else {
      return String(String.UnicodeScalarView(label))
    }
    return Punycode.encode(label).map { "xn--" + $0 }
  }

  /// A character in lower case, a full-width one of ASCII or a full stop of another script as ASCII.
  private static func usual(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    switch scalar.value {
    case 0x3002, 0xFF0E, 0xFF61: return ".".unicodeScalars
    case 0xFF01...0xFF5E:
      guard let plain = Unicode.Scalar(scalar.value - 0xFEE0) else { return "".unicodeScalars }
      return usual(plain)
    default: return scalar.properties.lowercaseMapping.unicodeScalars
    }
  }

  private static func isOfLabel(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint {
      return false
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator, .spaceSeparator:
      return false
    default: return true
    }
  }
}
