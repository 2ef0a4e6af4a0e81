import Testing

@testable import TextGrid

/// What was taken from a text.
@Suite struct RemovalTests {
  static let texts: [(raw: String, removals: String)] = [
    ("", ""),
    ("中é\tb\r\nc\n", ""),
    ("a\u{1B}[31m\u{1B}]", "1B replaced 2"),
    ("\u{9B}\u{E000}\u{2028}", "9B replaced 1, E000 replaced 1, 2028 replaced 1"),
    ("a\rb", "D replaced 1"),
    ("a\r", "D replaced 1"),
    ("a\u{202E}b\u{202C}\u{202E}", "202E dropped 2, 202C dropped 1"),
    ("👩\u{200D}💻 ❤\u{FE0F}", ""),
    ("👩\u{200D} x\u{FE0F}", "200D dropped 1, FE0F dropped 1"),
    ("e" + String(repeating: "\u{301}", count: 10), "301 dropped 6"),
    ("می\u{200C}خ", ""),
  ]

  @Test(arguments: texts)
  func areTold(raw: String, removals: String) {
    let told = SafeText.removals(from: raw).map { removal in
      let name = String(removal.scalar.value, radix: 16, uppercase: true)
      return "\(name) \(removal.kind == .dropped ? "dropped" : "replaced") \(removal.count)"
    }
    #expect(told.joined(separator: ", ") == removals)
  }
}
