import RichText
import Testing
import TextGrid

/// Texts that are made to do harm, in all three kinds of markup.
@Suite struct HostileBodyTests {
  enum Markup: CaseIterable {
    case plain, markdown, html

    func body(_ text: String) -> Body {
      switch self {
      case .plain: Body(plain: text)
      case .markdown: Body(markdown: text)
      case .html: Body(html: text)
      }
    }
  }

  /// What a control becomes: its picture, or U+FFFD.
  private static func safe(_ control: UInt32) -> String {
    switch control {
    case 0..<0x20: Unicode.Scalar(0x2400 + control).map { String($0) } ?? ""
    case 0x7F: "␡"
    default: "\u{FFFD}"
    }
  }

  /// What a reference to a control shows: HTML takes those above 7F for windows-1252.
  private static func referred(_ control: UInt32, in markup: Markup) -> String {
    switch control {
    case 0: "\u{FFFD}"
    case 0x80...0x9F where markup == .html: String(windows1252[Int(control) - 0x80])
    default: safe(control)
    }
  }

  /// U+FFFD stands for what it does not have.
  private static let windows1252 = Array(
    "€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ")

  /// All controls but those that are white space, in some markup or in all.
  static let controls = (0...0x9F as ClosedRange<UInt32>).filter { control in
    !(0x20..<0x7F).contains(control) && !(0x09...0x0D).contains(control)
  }

  @Test(arguments: Markup.allCases)
  func rawControlsAreShown(markup: Markup) {
    for control in Self.controls {
      let raw = Unicode.Scalar(control).map { String($0) } ?? ""
      // Markdown replaces it, as CommonMark says in section 2.3.
      let expected = markup == .markdown && control == 0 ? "\u{FFFD}" : Self.safe(control)
      #expect(markup.body("a\(raw)é").printed == "a\(expected)é", "U+\(control)")
    }
  }

  @Test(arguments: [Markup.markdown, .html])
  func controlsAsEntitiesAreShown(markup: Markup) {
    for control in Self.controls {
      for entity in ["&#\(control);", "&#x\(String(control, radix: 16));"] {
        let expected = Self.referred(control, in: markup)
        #expect(markup.body("a\(entity)é").printed == "a\(expected)é", "\(entity)")
      }
    }
  }

  static let references = [
    "&#xD800;", "&#xDFFF;", "&#x110000;", "&#99999999999999999999;", "&#xFFFE;", "&#65535;",
    "&#xFDD0;", "&#x2028;", "&#xE000;", "&#xF0000;",
  ]

  @Test(arguments: references)
  func referencesToNoCharacterAreReplaced(reference: String) {
    #expect(Body(html: "a\(reference)é").printed == "a\u{FFFD}é")
  }

  @Test func referencesEndWhereTheyEnd() {
    #expect(Body(html: "a&#27b&#x1Bg&#27;d&#;e&#x;f&#xg&#27").printed == "a␛b␛g␛d&#;e&#x;f&#xg␛")
  }

  @Test(arguments: Markup.allCases)
  func terminalsAreNotDriven(markup: Markup) {
    let text = """
      \u{1B}]52;c;eA==\u{7} \u{1B}]8;;https://evil.org\u{1B}\\a\u{1B}]8;;\u{1B}\\ \u{9D}0;t\u{9C} \
      \u{90}q\u{9C} \u{202E}b\u{2066}c \u{200B}\u{FEFF}d\u{E0041} e\u{2028}f\u{2029}g\u{85}h
      """
    for line in markup.body(text).blocks.flatMap(\.lines) {
      #expect(line.text.string.unicodeScalars.allSatisfy(isHarmless))
    }
    #expect(markup.body(text).links.allSatisfy { $0.string.unicodeScalars.allSatisfy(isHarmless) })
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
    default: true
    }
  }

  static let targets: [(markdown: String, html: String, printed: String)] = [
    (
      "[x](<https://a.org/\u{1B}]52;c;eA==\u{7}>)",
      "<a href=\"https://a.org/\u{1B}]52;c;eA==&#7;\">x</a>", "https://a.org/"
    ),
    (
      "[x](<https://a.org/\u{202E}b>)", "<a href=\"https://a.org/&#x202E;b\">x</a>",
      "https://a.org/"
    ),
  ]

  @Test(arguments: targets)
  func targetsAreSafe(markdown: String, html: String, start: String) {
    for body in [Body(markdown: markdown), Body(html: html)] {
      #expect(body.links.count == 1)
      #expect(body.links.allSatisfy { $0.string.hasPrefix(start) })
      #expect(body.links.allSatisfy { $0.string.unicodeScalars.allSatisfy(isHarmless) })
    }
  }

  static let dead = [
    "javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
    "blob:x", "/relative", "about:blank", "\u{1}javascript:x", "ssh://-oProxyCommand=x", "-o",
  ]

  @Test(arguments: dead)
  func deadLinksAreText(target: String) {
    #expect(Body(markdown: "[x](<\(target)>)").links == [])
    #expect(Body(html: "<a href=\"\(target)\">x</a>").printed == "x")
  }

  /// Texts that are long or deep, and how they end.
  static let long: [(what: String, text: String)] = [
    ("tags that are not closed", String(repeating: "<b>", count: 100_000)),
    ("blocks that are not closed", String(repeating: "<div>", count: 100_000)),
    ("quotes that are not closed", String(repeating: "<blockquote>", count: 100_000)),
    ("lists that are not closed", String(repeating: "<ul><li>", count: 50_000)),
    ("tables that are not closed", String(repeating: "<table><tr><td>", count: 30_000)),
    ("spoilers that are not closed", String(repeating: "<details><summary>", count: 50_000)),
    ("ends of nothing", String(repeating: "</i></x>", count: 50_000)),
    (
      "deep, then ends of nothing",
      String(repeating: "<b>", count: 50_000) + String(repeating: "</i>", count: 50_000)
    ),
    ("rows", "<table>" + String(repeating: "<tr><th><tr><td>x", count: 20_000) + "</table>"),
    ("attributes", "<p " + (0..<100_000).map { "a\($0) " }.joined() + ">"),
    ("quoted attributes", "<p " + (0..<50_000).map { "a\($0)='>'" }.joined() + ">"),
    ("bodies", String(repeating: "<body>", count: 50_000)),
    ("comments", String(repeating: "<!--->", count: 50_000)),
    ("entities", String(repeating: "&lt;", count: 100_000)),
    ("quotes", String(repeating: ">", count: 100_000) + " "),
    ("spaced quotes", String(repeating: "> ", count: 50_000)),
    (
      "lines of quotes", (0..<500).map { String(repeating: ">", count: $0) + "x\n" }.joined() + "\n"
    ),
    ("bullets", String(repeating: "- ", count: 10_000)),
    ("brackets", String(repeating: "[", count: 50_000)),
    ("pictures", String(repeating: "![", count: 50_000)),
    ("stars", String(repeating: "*a_", count: 50_000)),
    ("pictures and links", String(repeating: "![[]()", count: 50_000)),
    ("addresses that are none", String(repeating: "www._", count: 20_000)),
    ("names that are none", String(repeating: "a@b.c", count: 100_000)),
    (
      "a wide table",
      String(repeating: "|a", count: 10_000) + "\n" + String(repeating: "|-", count: 10_000)
        + String(repeating: "\nx", count: 10_000)
    ),
    ("links", String(repeating: "[a](", count: 50_000)),
    ("backticks", (1..<400).map { String(repeating: "`", count: $0) + " " }.joined()),
    ("names", String(repeating: "@", count: 100_000)),
    ("addresses", String(repeating: "http://", count: 20_000)),
    ("bare addresses", String(repeating: "www.", count: 20_000)),
    ("pipes", String(repeating: "|", count: 50_000) + "\n"),
    ("spoilers", String(repeating: ">!", count: 50_000)),
    ("spoiler blocks", String(repeating: "::: spoiler a\n", count: 20_000)),
    ("spoiler lines", String(repeating: ">!a\n\nb\n\n", count: 10_000)),
    ("marks", "e" + String(repeating: "\u{301}", count: 10_000)),
    ("one word", String(repeating: "a", count: 1_000_000)),
    ("emoji", String(repeating: "👩\u{200D}", count: 1_000)),
    ("line separators", String(repeating: "\u{2028}", count: 100_000)),
  ]

  @Test(arguments: long)
  func whatIsLongOrDeepIsRead(what: String, text: String) {
    for markup in Markup.allCases {
      let body = markup.body(text + "\n\nend 中")
      let last = body.blocks.last?.lines.last?.text.string
      #expect(last?.contains("end 中") == true, "\(markup): \(last?.suffix(40) ?? "nothing")")
    }
  }

  @Test func marksAreFew() {
    let text = "e" + String(repeating: "\u{301}", count: 10_000)
    for markup in Markup.allCases {
      #expect(markup.body(text).printed == "e\u{301}\u{301}\u{301}\u{301}")
    }
  }
}
