import DiscussionModel
import HostileCorpus
import Reader
import RichText
import Testing
import TextGrid

@testable import DiscussionExport

/// What cmark-gfm makes of a discussion in Markdown, with nothing but its own word for it: nothing
/// of what strangers wrote is live, and all of it is there.
@Suite struct LiveMarkdownTests {
  /// What stands for a text in which nothing is markup.
  private static let word = "QQQ"

  @Test(arguments: [false, true])
  func noFieldIsLive(hasFootnotes: Bool) {
    let expected = rendered(.everywhere(Self.word), hasFootnotes)
    for hostile in HostileMarkdown.texts {
      // A name is one line.
      let text = hostile.filter { !$0.isNewline }
      let page = rendered(.everywhere(text), hasFootnotes)
      #expect(page.tags == expected.tags, "\(text.debugDescription)")
      #expect(page.references == [], "\(text.debugDescription)")
      let said = RenderedPage.letters(SafeText(text).string)
      let parts = expected.text.split(separator: Self.word, omittingEmptySubsequences: false)
      // After a name that shows nothing there is no comma either.
      func bare(_ text: String) -> String { said.isEmpty ? text.filter { $0 != "," } : text }
      #expect(bare(page.text) == bare(parts.joined(separator: said)), "\(text.debugDescription)")
    }
  }

  /// A comment by itself tells how the comment that it answers begins.
  @Test func noBeginningIsLive() {
    var selection = Selection()
    selection.comment = 1
    let expected = rendered(.everywhere(Self.word), selection)
    for hostile in HostileMarkdown.texts {
      let text = "x " + hostile.filter { !$0.isNewline }
      let page = rendered(.everywhere(text), selection)
      #expect(page.tags == expected.tags, "\(text.debugDescription)")
      #expect(page.references == [], "\(text.debugDescription)")
    }
  }

  /// Addresses lead where they say, whatever is in them.
  @Test func noAddressIsLive() {
    func page(_ url: String) -> RenderedPage {
      var discussion = Discussion(id: "", title: "t")
      discussion.url = url
      discussion.links = [LinkList(heading: "h", items: [LinkItem(title: "t", url: url)])]
      var comment = Comment(id: "1", author: "a", body: "x")
      comment.details = CommentDetails()
      comment.details?.url = url
      discussion.comments = [comment]
      return rendered(discussion)
    }
    let expected = page("https://a.example/x").tags.map(withoutValue)
    for hostile in HostileMarkdown.texts {
      let text = "https://a.example/" + hostile.filter { !$0.isNewline }
      #expect(page(text).tags.map(withoutValue) == expected, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [Markup.plain, .markdown, .html], [false, true])
  func noBodyIsLive(markup: Markup, hasFootnotes: Bool) {
    for hostile in HostileMarkdown.texts {
      let table = "<table><tr><th>a<th>b<tr><td>\(escaped(hostile))<td>c</table>"
      let raws = markup == .html ? [hostile, escaped(hostile), table] : [hostile]
      for raw in raws {
        let body =
          switch markup {
          case .plain: Body(plain: raw)
          case .markdown: Body(markdown: raw)
          case .html: Body(html: raw)
          }
        let text = MarkdownBlocks(body).lines.joined(separator: "\n")
        let page = RenderedPage(GitHubMarkdown.html(of: text, hasFootnotes: hasFootnotes))
        let unknown = page.tags.filter { !isOurs($0, in: body) }
        #expect(unknown == [], "\(raw.debugDescription)")
        #expect(page.references == [], "\(raw.debugDescription)")
        #expect(
          withoutLengths(page.text) == withoutLengths(said(body)), "\(raw.debugDescription)")
      }
    }
  }

  private func rendered(_ discussion: Discussion, _ hasFootnotes: Bool) -> RenderedPage {
    rendered(discussion, Selection(), hasFootnotes)
  }

  private func rendered(
    _ discussion: Discussion, _ selection: Selection = Selection(), _ hasFootnotes: Bool = false
  ) -> RenderedPage {
    var lines: [String] = []
    MarkdownExport.write(Excerpt(Page(discussion), selection)) { lines.append($0.string) }
    let text = lines.joined(separator: "\n")
    return RenderedPage(GitHubMarkdown.html(of: text, hasFootnotes: hasFootnotes))
  }

  /// A tag without what leads somewhere.
  private func withoutValue(_ tag: String) -> String {
    tag.hasPrefix("a href=") && tag.count(where: { $0 == "\"" }) == 2 ? "a" : tag
  }

  /// A text in which each hidden passage is one block, however long it is.
  private func withoutLengths(_ text: String) -> String {
    text.split(separator: /▒+/, omittingEmptySubsequences: false).joined(separator: "▒")
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
  }

  private static let elements: Set = [
    "p", "blockquote", "ul", "ol", "li", "pre", "code", "strong", "em", "del", "hr /", "br /",
    "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "th align=\"center\"",
    "th align=\"right\"", "td align=\"center\"", "td align=\"right\"",
  ]

  /// Whether a tag is one that a body's blocks are written with.
  private func isOurs(_ tag: String, in body: Body) -> Bool {
    if tag.hasPrefix("a href=\"") {
      return !body.links.isEmpty && tag.count(where: { $0 == "\"" }) == 2
    }
    if tag.wholeMatch(of: /ol start="[0-9]+"/) != nil { return true }
    return tag == "/a" || Self.elements.contains(tag.hasPrefix("/") ? String(tag.dropFirst()) : tag)
  }

  /// What a body says in Markdown, without white space.
  private func said(_ body: Body) -> String {
    var text = ""
    for run in CoveredBlocks.runs(of: body.blocks) {
      switch run.cover {
      case nil: break
      case .masked:
        text += run.wordsHidden.string
        continue
      case .spoiler(let title, _): text += "▒" + (title.isEmpty ? "spoiler" : title.string)
      }
      for block in run.blocks { text += said(block, links: body.links) }
    }
    return RenderedPage.letters(text)
  }

  private func said(_ block: Block, links: [SafeText]) -> String {
    if let grid = block.grid {
      return grid.rows.joined().map { said($0, links: links) }.joined()
    }
    if block.kind == .code || block.kind == .table {
      let numbers = Set(block.lines.flatMap { $0.spans.compactMap(\.link) }).sorted()
      return block.lines.map(\.text.string).joined()
        + numbers.map { "[\($0)]" + links[$0 - 1].string }.joined()
    }
    return block.lines.map { said($0, links: links) }.joined()
  }

  private func said(_ line: StyledText, links: [SafeText]) -> String {
    line.pieces().map { piece in
      let parts = piece.parts.map { part in
        let isHidden = part.traits.contains(.spoiler)
        return isHidden && !part.text.trimmedEnd.isEmpty ? "▒" : part.text.string
      }.joined()
      guard let link = piece.link, !links[link - 1].isFollowed,
        !piece.parts.allSatisfy({ $0.traits.contains(.spoiler) })
      else { return parts }
      let text = piece.parts.map(\.text.string).joined()
      return text == links[link - 1].string ? parts : parts + "(\(links[link - 1]))"
    }.joined()
  }
}

extension Discussion {
  /// A discussion with one text wherever it holds a text; two comments, one below the other.
  static func everywhere(_ text: String) -> Discussion {
    var result = Discussion(id: "1", title: text)
    result.url = SafeText(text).isFollowed ? nil : text
    result.author = text
    result.published = text
    result.links = [
      LinkList(
        heading: text, items: [LinkItem(title: text, url: nil, published: text, summary: text)])
    ]
    result.comments = (0..<2).map { index in
      var comment = Comment(
        id: "\(index)", parent: index == 0 ? nil : "0", author: text, body: RawText("x"))
      comment.published = RawText(text)
      var details = CommentDetails()
      details.badges = [text, text]
      details.edited = text
      details.parentLabel = text
      details.warning = text
      comment.details = details
      return comment
    }
    return result
  }
}
