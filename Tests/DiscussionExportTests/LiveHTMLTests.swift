import DiscussionModel
import Reader
import RichText
import Testing
import TextGrid

@testable import DiscussionExport

/// What a browser makes of a discussion in HTML: nothing of what strangers wrote is live, and all of
/// it is there.
@Suite struct LiveHTMLTests {
  private static let word = "QQQ"

  @Test func noFieldIsLive() {
    let expected = rendered(.everywhere(Self.word))
    for hostile in HostileMarkdown.texts {
      let text = hostile.filter { !$0.isNewline }
      // What is shown of a folded comment is cut after that.
      guard SafeText(text).width < 95 else { continue }
      let page = rendered(.everywhere(text))
      #expect(page.tags == expected.tags, "\(text.debugDescription)")
      let said = RenderedPage.letters(SafeText(text).string)
      let parts = expected.text.split(separator: Self.word, omittingEmptySubsequences: false)
      #expect(page.text == parts.joined(separator: said), "\(text.debugDescription)")
    }
  }

  /// An address leads where it says, or nowhere; it never ends its quotation marks.
  @Test(arguments: [
    "https://a.example/", "javascript:", " javascript:", "data:", "JaVaScRiPt:", "",
  ])
  func noAddressIsLive(start: String) {
    for hostile in HostileMarkdown.texts {
      let url = start + hostile.filter { !$0.isNewline }
      var discussion = Discussion(id: "", title: "t")
      discussion.url = url
      discussion.links = [LinkList(heading: "h", items: [LinkItem(title: "t", url: url)])]
      let body = RawText("<a href=\"\(url.replacing("\"", with: "&quot;"))\">x</a>")
      var comment = Comment(id: "1", author: "a", body: body)
      comment.details = CommentDetails()
      comment.details?.url = url
      discussion.comments = [comment]
      discussion.markup = .html
      let hrefs = rendered(discussion).tags.filter { $0.hasPrefix("a ") }
      for tag in hrefs {
        let isOurs = tag == "a href=\"#c1\""
        let leads = ["http:", "https:", "mailto:"].contains {
          tag.lowercased().hasPrefix("a href=\"" + $0)
        }
        #expect(isOurs || leads && tag.hasSuffix("\" " + HTMLLine.relation), "\(tag)")
        #expect(tag.utf8.count { $0 == UInt8(ascii: "\"") } == (isOurs ? 2 : 4), "\(tag)")
      }
    }
  }

  @Test(arguments: [Markup.plain, .markdown, .html])
  func noBodyIsLive(markup: Markup) {
    let ours: Set = [
      "p", "p class=\"k\"", "p class=\"m\"", "blockquote", "ul", "ul class=\"x\"", "ol", "li",
      "pre tabindex=\"0\"", "code", "span", "strong", "em", "s", "b", "hr", "br", "summary",
      "details class=\"v\"", "span class=\"m\"",
      "span class=\"v\" tabindex=\"0\" role=\"note\" aria-label=\"spoiler\"",
      "h3", "h4", "h5", "h6",
    ]
    for hostile in HostileMarkdown.texts {
      let body =
        switch markup {
        case .plain: Body(plain: hostile)
        case .markdown: Body(markdown: hostile)
        case .html: Body(html: hostile)
        }
      let page = RenderedPage(HTMLBlocks(body, headings: 3).lines.joined(separator: "\n"))
      let unknown = page.tags.filter { tag in
        if tag.hasPrefix("/") || ours.contains(tag) { return false }
        if tag.wholeMatch(of: /ol start="-?[0-9]+"/) != nil { return false }
        return !tag.hasPrefix("a href=\"") || tag.utf8.count { $0 == UInt8(ascii: "\"") } != 4
      }
      #expect(unknown == [], "\(hostile.debugDescription)")
    }
  }

  private func rendered(_ discussion: Discussion) -> RenderedPage {
    var lines: [String] = []
    HTMLExport.write(Excerpt(Page(discussion)), theme: .plain) { lines.append($0.string) }
    return RenderedPage(lines.drop { $0 != "</style>" }.joined(separator: "\n"))
  }
}
