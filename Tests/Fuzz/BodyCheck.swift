import DiscussionModel
import Reader
import RichText
import TextGrid

/// What holds for every text with markup: all that comes of it is safe, and fits in its rows.
enum BodyCheck {
  @Sendable static func run(_ bytes: [UInt8], markup: Markup) {
    let raw = String(decoding: bytes, as: UTF8.self)
    let body: Body
    switch markup {
    case .plain: body = Body(plain: raw)
    case .markdown: body = Body(markdown: raw)
    case .html: body = Body(html: raw)
    }
    for block in body.blocks { check(block, links: body.links.count) }
    for link in body.links { SanitizerCheck.isSafe(link) }
    rows(of: raw, markup: markup)
  }

  private static func check(_ block: Block, links: Int) {
    hold(block.containers.count <= Block.deepest, "too deep")
    hold(block.kind == .rule || block.lines.contains { !$0.text.isEmpty }, "nothing shown")
    for case .item(let marker, _) in block.containers { SanitizerCheck.isSafe(marker) }
    for line in block.lines {
      SanitizerCheck.isSafe(line.text)
      var end = 0
      for span in line.spans {
        hold(span.range.lowerBound >= end && !span.range.isEmpty, "spans overlap")
        if let link = span.link { hold(1...max(1, links) ~= link, "no such link") }
        end = span.range.upperBound
      }
      hold(end <= line.text.count, "a span past the end")
    }
  }

  /// As a comment, laid out and drawn; with a mask, since that has a way of its own.
  private static func rows(of raw: String, markup: Markup) {
    var discussion = Discussion(id: "x", title: raw)
    discussion.markup = markup
    discussion.maskCharacter = "*"
    discussion.comments = [Comment(id: raw, author: raw, body: RawText(raw))]
    let page = Page(discussion)
    for width in [2, 5, 40] {
      for opened in [Opened(), .hidden, .wide] {
        var end = 1
        for row in page.textRows(of: 1, width: width, opened: opened) {
          hold(row.offsets.lowerBound == end, "a gap")
          end = row.offsets.upperBound
          let parts = row.margin + row.parts
          for part in parts { SanitizerCheck.isSafe(part.text) }
          if row.unwrappedWidth == nil, !row.standsIn {
            hold(parts.reduce(0) { $0 + $1.text.width } <= width, "a row too wide")
          }
        }
      }
    }
  }
}
