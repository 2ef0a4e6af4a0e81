import DiscussionModel
import Reader
import RichText
import Testing
import TextGrid

@testable import DiscussionExport

/// Joiners, variation selectors, skin tones and flags: no terminal is shown them, but they are the
/// author's.
@Suite struct FormsTests {
  static let texts = [
    "می\u{200C}روم", "क्\u{200D}ष", "👩🏽\u{200D}🚀", "👨\u{200D}👩\u{200D}👧", "🏳\u{FE0F}\u{200D}🌈",
    "❤\u{FE0F}\u{200D}🔥", "❤\u{FE0E}", "1\u{FE0F}\u{20E3}", "葛\u{E0100}城", "👍🏿", "🇫🇷",
    "🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}",
  ]

  @Test(arguments: texts, [Markup.plain, .markdown, .html])
  func exportsHaveThem(text: String, markup: Markup) throws {
    var discussion = Discussion(id: text, title: text)
    discussion.author = text
    discussion.body = RawText("a \(text) b")
    discussion.comments = [Comment(id: text, author: text, body: RawText("c \(text) d"))]
    discussion.markup = markup
    let excerpt = Excerpt(Page(discussion))
    var lines: [String] = []
    MarkdownExport.write(excerpt) { lines.append($0.string) }
    for wanted in ["# " + text, "by " + text, "a \(text) b", "### " + text, "c \(text) d"] {
      #expect(lines.contains { has($0, wanted) }, "\(wanted)")
    }
    lines = []
    HTMLExport.write(excerpt, theme: .plain) { lines.append($0.string) }
    let said = ["<title>" + text, "<h1>" + text, "by " + text, "a \(text) b", "c \(text) d"]
    for wanted in said + ["\"a\">" + text] {
      #expect(lines.contains { has($0, wanted) }, "\(wanted)")
    }
    let (again, _) = try DiscussionFile.decode(DiscussionFile.encode(excerpt.discussion))
    #expect(has(again.title, text) && has(again.comments[0].body?.text ?? "", "c \(text) d"))
  }

  /// Compared by bytes: what is drawn alike is not the same.
  private func has(_ line: String, _ text: String) -> Bool {
    Array(line.utf8).firstRange(of: Array(text.utf8)) != nil
  }
}
