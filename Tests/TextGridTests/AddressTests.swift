import Testing

@testable import TextGrid

@Suite struct AddressTests {
  /// Addresses of the web stand in brackets, mentions in braces.
  static let texts: [String] = [
    "", "none here", "at [http://a.org] now", "([https://a.org/x_(y)])", "[http://a.org/?q=1&r=2].",
    "<[http://a.org]>", "\"[http://a.org]\"", "see [www.a.org], please", "www.org", "xhttp://a.org",
    "[HTTP://A.ORG]!", "http://", "[ftp://a/b]; [gemini://c]", "“[http://a.org]”",
    "[http://a.jp/一二]。",
    "{@ann}: yes", "to {@ann@example.org}.", "a@b.org", "@", "{@x_1}", "{@a-b}-",
    "[http://a.org/@ann]",
    "[http://a.org]\u{A0}x", "中{@é}".replacing("{@é}", with: "@é"), "[https://a.org/#b,c]",
    "[https://a.jp/佐々木]、", "[http://a.org/b–c] d", "[http://a.org]—b", "[http://a.org/b–c]…",
    "<{!cats@a.org}>, !cats", "a!cats@a.org", "!cats@a", "*[http://a.org]*", "[http://a.org/[x]]",
    "a [http://[::1]/x] b", "{@https}://a.org", "{@a.http}://a.org [http://b.org]",
  ]

  @Test(arguments: texts)
  func areFound(marked: String) {
    let plain = SafeText(marked)
    let bare = marked.replacing("{", with: "").replacing("}", with: "")
    // Brackets of our own enclose `http`, `ftp`, `gemini` and `www`; others belong to the text.
    var text = ""
    var depth: [Bool] = []
    for (index, character) in zip(bare.indices, bare) {
      let isOpening = ["http", "HTTP", "ftp:", "gemi", "www."].contains {
        bare[index...].dropFirst().hasPrefix($0)
      }
      if character == "[" { depth.append(isOpening) }
      if character == "[" && isOpening { continue }
      if character == "]", depth.popLast() == true { continue }
      text.append(character)
    }
    let safe = SafeText(text)
    var found = ""
    var at = 0
    for address in safe.addresses {
      found += safe[at..<address.range.lowerBound].string
      let piece = safe[address.range].string
      found += address.kind == .web ? "[\(piece)]" : "{\(piece)}"
      at = address.range.upperBound
    }
    found += safe[at..<safe.count].string
    #expect(found == plain.string)
  }
}
