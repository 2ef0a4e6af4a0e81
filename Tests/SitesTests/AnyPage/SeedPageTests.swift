import DiscussionModel
import JSONText
import Testing

@testable import Sites

/// The saved page that lies beside the project as HTML, in several markups: none has authors or times.
@Suite(.enabled(if: Seed.isThere, "../shared/seed, which is not a part of the project, is missing"))
struct SeedPageTests {
  /// The comments as the outline has them.
  static let comments: [(parent: Int?, paragraphs: [String])] = {
    guard
      let found = try? SavedPageImport.discussion(page: Seed.page, outline: Seed.outline, id: nil)
    else { return [] }
    return found.discussion.comments.map { comment in
      let paragraphs = (comment.body?.text ?? "").split(whereSeparator: \.isNewline).map {
        HTMLText.shortened(String($0), limit: 10_000)
      }
      return (comment.parent.flatMap { Int($0) }.map { $0 - 1 }, paragraphs.filter { !$0.isEmpty })
    }
  }()

  /// The page around its comments.
  static func page(_ comments: String) -> PageFound? {
    guard
      let found = try? SavedPageImport.discussion(page: Seed.page, outline: Seed.outline, id: nil)
    else { return nil }
    let discussion = found.discussion
    let article = (discussion.body?.text ?? "").split(whereSeparator: \.isNewline).map {
      "<p>\(HTMLText.escaped(String($0)))</p>"
    }
    let links = discussion.links.map { list in
      let items = list.items.map {
        "<li><a href=\"/r\">\(HTMLText.escaped($0.title))</a> \($0.published ?? "") <p>\(HTMLText.escaped($0.summary ?? ""))</p></li>"
      }
      return "<h3>\(list.heading)</h3><ul>\(items.joined())</ul>"
    }
    return unknownPage(
      """
      <html><head><title>\(discussion.title)</title></head><body><ul><li><a href="/">Home</a></li></ul>
      <h1>\(discussion.title)</h1><div>\(article.joined())</div><h2>Comments (42)</h2>\(comments)
      <div>\(links.joined())</div></body></html>
      """)
  }

  private static func html(_ place: Int) -> String {
    comments[place].paragraphs.map { "<p>\(HTMLText.escaped($0))</p>" }.joined()
  }

  private func expectTexts(_ found: PageFound?) {
    let texts = found?.comments.map { HTMLText.line($0.body ?? "") }
    #expect(texts == Self.comments.map { $0.paragraphs.joined(separator: " ") })
    #expect(found?.count == 42)
  }

  /// Lists in lists, with and without names.
  @Test(arguments: [" class=\"comment\"", ""]) func nestedLists(name: String) {
    var html = ""
    var open: [Int] = []
    for (place, comment) in Self.comments.enumerated() {
      while let last = open.last, last != comment.parent {
        open.removeLast()
        html += "</li></ul>"
      }
      // The lists of one comment are one after the other, which is how they are when each has one.
      html += "<ul><li\(name)>\(Self.html(place))"
      open.append(place)
    }
    html += open.map { _ in "</li></ul>" }.joined()
    let found = Self.page(html)
    expectTexts(found)
    #expect(found?.comments.map(\.parent) == Self.comments.map(\.parent))
    #expect(found?.treeIsInferred == false)
  }

  @Test func depthClasses() {
    var depths: [Int] = []
    var html = ""
    for (place, comment) in Self.comments.enumerated() {
      depths.append(comment.parent.map { depths[$0] + 1 } ?? 1)
      html += "<div class=\"comment depth-\(depths[place])\">\(Self.html(place))</div>"
    }
    let found = Self.page("<div>\(html)</div>")
    expectTexts(found)
    #expect(found?.comments.map(\.parent) == Self.comments.map(\.parent))
  }

  @Test func flatWithQuotes() {
    var html = ""
    for (place, comment) in Self.comments.enumerated() {
      let quote =
        comment.parent.map { parent in
          "<blockquote>\(HTMLText.escaped(Self.comments[parent].paragraphs.joined(separator: " ")))</blockquote>"
        } ?? ""
      html += "<div class=\"post\">\(quote)\(Self.html(place))</div>"
    }
    let found = Self.page("<div>\(html)</div>")
    #expect(found?.comments.map(\.parent) == Self.comments.map(\.parent))
    #expect(found?.treeIsInferred == true)
  }

  /// Five of its comments quote another one word for word, without any sign of that.
  @Test func flatAsItIs() {
    let html = Self.comments.indices.map { "<div class=\"post\">\(Self.html($0))</div>" }
    let found = Self.page("<div>\(html.joined())</div>")
    expectTexts(found)
    let parents = found?.comments.enumerated().compactMap { place, comment in
      comment.parent.map { [place + 1, $0 + 1] }
    }
    #expect(parents == [[16, 15], [18, 17], [19, 16], [28, 27], [40, 39]])
  }
}
