import FoundationEssentials
import RichText
import Testing
import TextGrid

/// Real comments that lie beside the project, where they are there: none of their words is lost.
@Suite(
  .enabled(if: Corpora.areThere, "../shared/corpora, which is no part of the project, is not there")
)
struct CorporaTests {
  @Test(arguments: Corpora.html)
  func allWordsOfHTMLAreShown(file: String, member: String) throws {
    let texts = try Corpora.texts(of: file, member: member)
    #expect(!texts.isEmpty)
    for text in texts {
      let lost = lost(Corpora.withoutTags(text), in: Body(html: text))
      #expect(lost == [], "\(file): \(text.prefix(60))")
    }
  }

  @Test(arguments: Corpora.markdown)
  func allWordsOfMarkdownAreShown(file: String, member: String) throws {
    let texts = try Corpora.texts(of: file, member: member)
    #expect(!texts.isEmpty)
    for text in texts {
      // Reddit's own escapes, as an importer undoes them.
      let text = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
        .replacing("&amp;", with: "&")
      let lost = lost(Corpora.withoutEntities(text), in: Body(markdown: text))
      #expect(lost == [], "\(file): \(text.prefix(60))")
    }
  }

  /// The words of a text that do not stand, with letters and digits alone, in a body.
  private func lost(_ text: String, in body: Body) -> [Substring] {
    let lines = body.blocks.flatMap(\.lines).map(\.text.string) + body.links.map(\.string)
    let shown = lines.joined(separator: " ").filter { $0.isLetter || $0.isNumber }
    return text.split { !$0.isLetter && !$0.isNumber }.filter { !shown.contains($0) }
  }
}

/// Files beside the package's root.
enum Corpora {
  static let html: [(file: String, member: String)] = [
    ("hackernews-algolia/item-38628184.json", "text"),
    ("hackernews-algolia/item-38673654.json", "text"),
    ("hackernews-firebase/items-38673654.ndjson", "text"),
    ("discourse/topic-1148.json", "cooked"), ("discourse/topic-gem-fixture.json", "cooked"),
    ("lobsters/donlgu-indent_level.json", "comment"), ("lobsters/tdfoqh-depth.json", "comment"),
    ("mastodon/context-with-token.json", "content"),
  ]

  static let markdown: [(file: String, member: String)] = [
    ("reddit/self-listing.json", "body"), ("reddit/movies-listing.json", "body"),
    ("reddit/morechildren.json", "body"), ("lemmy/comment-list.json", "content"),
    ("github/pull-comments.json", "body"), ("lobsters/tdfoqh-depth.json", "comment_plain"),
  ]

  private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

  static let areThere = FileManager.default.fileExists(atPath: root + "/../shared/corpora")

  /// All strings that are a member's value, however deep.
  static func texts(of file: String, member: String) throws -> [String] {
    let text = try String(contentsOfFile: root + "/../shared/corpora/" + file, encoding: .utf8)
    let sign = "\"\(member)\":"
    return text.split(separator: sign).dropFirst().compactMap { rest in
      let value = rest.drop { $0 == " " }
      guard value.first == "\"" else { return nil }
      var end = value.index(after: value.startIndex)
      while end < value.endIndex, value[end] != "\"" {
        end = value.index(end, offsetBy: value[end] == "\\" ? 2 : 1)
      }
      return try? JSONDecoder().decode(String.self, from: Data(value[...end].utf8))
    }
  }

  /// The text of HTML without its tags, with the entities that are in the files, and without what
  /// is not shown: previews but for their titles, and the sizes of pictures.
  static func withoutTags(_ html: String) -> String {
    let kept = html.replacing(/<aside class="onebox.*?<\/aside>/.dotMatchesNewlines(), with: " ")
      .replacing(/<div class="meta">.*?<\/div>/.dotMatchesNewlines(), with: " ")
      .replacing(/<\/?(?:span|em|i|b|strong|code|a|wbr)\b[^>]*>/, with: "")
    return kept.replacing(/<[^>]*>/, with: " ").replacing("&#x2F;", with: "/")
      .replacing("&#x27;", with: "'").replacing("&quot;", with: "\"").replacing("&lt;", with: "<")
      .replacing("&gt;", with: ">").replacing("&nbsp;", with: " ").replacing("&amp;", with: "&")
  }

  /// Markdown without entities, and without links to places on the same site, which are not kept.
  static func withoutEntities(_ markdown: String) -> String {
    markdown.replacing(/&#?\w+;/, with: " ").replacing(/\]\(\/[^)]*\)/, with: "]")
  }
}
