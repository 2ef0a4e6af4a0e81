import DiscussionModel
import Reader
import Testing
import TextGrid

@testable import DiscussionExport

/// The article that a discussion links to, in each format.
@Suite struct LinkedExportTests {
  private static func excerpt(_ selection: Selection = Selection()) -> Excerpt {
    var discussion = Discussion(id: "x:1", title: "Ferry stops")
    discussion.url = "https://talk.example/1"
    discussion.markup = .html
    discussion.body = RawText("<p>Own words, <a href=\"https://paper.example/f\">a link</a>.</p>")
    var linked = LinkedArticle(
      url: "https://paper.example/f",
      body: RawText("<h2>Why 中</h2><p>The <a href=\"https://b.example\">boat</a> is old.</p>"))
    linked.title = "The last ferry\u{1B}[2J"
    linked.author = "Lee"
    linked.notice = "For members."
    discussion.linked = linked
    discussion.comments = [Comment(id: "1", author: "ann", body: RawText("<p>Sad.</p>"))]
    return Excerpt(Page(discussion), selection)
  }

  private static let said = [
    "Own words", "The last ferry", "by Lee · paper.example", "Why 中", "boat", "For members.",
  ]

  private static func lines(
    _ excerpt: Excerpt, _ write: (Excerpt, (SafeText) -> Void) -> Void
  ) -> String {
    var lines: [String] = []
    write(excerpt) { lines.append($0.string) }
    return lines.joined(separator: "\n")
  }

  /// Its text follows that of the discussion, and the comments follow it.
  @Test func eachFormatHasIt() {
    let plain = Self.lines(Self.excerpt()) { PlainExport.write($0, columns: 60, line: $1) }
    let markdown = Self.lines(Self.excerpt()) { MarkdownExport.write($0, line: $1) }
    let html = Self.lines(Self.excerpt()) { HTMLExport.write($0, theme: .plain, line: $1) }
    for text in [plain, markdown, html] {
      var rest = text[...]
      for words in Self.said + ["Sad."] {
        let place = rest.firstRange(of: words)
        #expect(place != nil, "\(words) in \(text)")
        rest = place.map { rest[$0.upperBound...] } ?? rest
      }
      #expect(!text.contains("\u{1B}"))
    }
    #expect(plain.contains("[1] https://paper.example/f\n[2] https://b.example"))
    #expect(markdown.contains("[boat](<https://b.example>)"))
    #expect(html.contains("href=\"https://b.example\""))
  }

  @Test func jsonKeepsIt() throws {
    let (whole, _) = try DiscussionFile.decode(DiscussionFile.encode(Self.excerpt().discussion))
    #expect(whole.linked == Self.excerpt().page.discussion.linked)
  }

  /// Comments alone are without the article.
  @Test func aSelectionIsWithoutIt() {
    var selection = Selection()
    selection.comment = 0
    let excerpt = Self.excerpt(selection)
    let plain = Self.lines(excerpt) { PlainExport.write($0, columns: 60, line: $1) }
    #expect(!plain.contains("boat") && plain.contains("Sad."))
    #expect(excerpt.discussion.linked == nil)
  }
}
