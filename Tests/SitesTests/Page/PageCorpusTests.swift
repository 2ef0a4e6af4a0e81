import DiscussionModel
import Glibc
import HTMLTree
import Testing

@testable import Sites

/// Pages as real sites served them: what was counted in them by other means.
@Suite(.enabled(if: PageCorpus.isThere, "no ../shared/corpora/html"))
struct PageCorpusTests {
  @Test(arguments: PageCorpus.rows) func isReadAsExpected(row: PageCorpus.Row) throws {
    let bytes = try #require(PageCorpus.bytes(row.file))
    let found = try AnyImport.discussion(of: [ImportFile(name: row.file, bytes: bytes)])
    let discussion = found.discussion
    let thread = Thread(of: discussion.comments)
    #expect(thread.count == row.comments)
    let depth = Int(thread.depths.max() ?? -1) + 1
    #expect(row.depths.contains(depth))
    #expect(row.topLevels.contains(thread.depths.count { $0 == 0 }))
    if !row.title.hasPrefix("(") { #expect(discussion.title == row.title) }
    if !row.author.hasPrefix("-") { #expect(discussion.author == row.author) }
    #expect(discussion.comments.first?.author == row.firstAuthor)
    for expected in row.cases {
      let comment = discussion.comments[expected.place - 1]
      #expect(comment.author == expected.author)
      let words = text(of: comment)
      #expect(words.hasPrefix(expected.words), "\(words.prefix(80))")
      let parent = comment.parent.flatMap { id in discussion.comments.first { $0.id == id } }
      if let author = expected.parentAuthor {
        #expect(parent?.author == author)
      } else if row.depths == [depth], expected.isTop {
        #expect(parent == nil)
      }
    }
  }

  /// The words of a comment as the expected ones were taken: without quotes before them.
  private func text(of comment: Comment) -> String {
    guard comment.state != .deleted else { return "[removed]" }
    let tree = HTMLTree("<div>" + (comment.body?.text ?? ""), in: .element(.body))
    let quotes = Set(tree.indices(matching: "blockquote, .bbcode_quote, aside.quote"))
    let all = tree.text(below: 0)
    let own = tree.text(below: 0) { quotes.contains($0) }
    return (all == own ? all : own).split { $0.isWhitespace }.joined(separator: " ")
  }
}

/// The table of expected facts.
enum PageCorpus {
  struct Row: CustomTestStringConvertible, Sendable {
    var file: String
    var comments: Int
    /// More than one where two readings are right.
    var depths: [Int]
    var topLevels: [Int]
    var title: String
    var author: String
    var firstAuthor: String
    var cases: [Case]
    var testDescription: String { file }
  }

  struct Case: Sendable {
    var place: Int
    /// Nil for one that is deleted.
    var author: String?
    var words: String
    var parentAuthor: String?
    var isTop: Bool
  }

  private static let folder = "../shared/corpora/html/"

  static var isThere: Bool { access(folder + "expected.tsv", R_OK) == 0 }

  static func bytes(_ name: String) -> [UInt8]? {
    guard let file = fopen(folder + name, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  static let rows: [Row] = {
    guard let bytes = bytes("expected.tsv") else { return [] }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count > 10, !line.hasPrefix("#"), let comments = number(cells[2]) else {
        return nil
      }
      return Row(
        file: cells[0], comments: comments, depths: numbers(cells[3], cells.last ?? ""),
        topLevels: numbers(cells[4], cells.last ?? ""), title: cells[5], author: cells[6],
        firstAuthor: cells[7], cases: cells[8...10].compactMap(readCase))
    }
  }()

  private static func number(_ text: String) -> Int? { Int(text.prefix { $0.isNumber }) }

  /// The numbers of a cell; a quote may make parents if the note says so.
  private static func numbers(_ text: String, _ note: String) -> [Int] {
    let found = text.split { !$0.isNumber }.compactMap { Int($0) }
    return note.contains("may make") ? found + found.map { $0 == 1 ? 2 : $0 - 1 } : found
  }

  /// `#2 bgdam: “See the thing” -> aazaa: “…”`.
  private static func readCase(_ text: String) -> Case? {
    guard text.hasPrefix("#"), let place = number(String(text.dropFirst())),
      let open = text.range(of: ": “"), let close = text.range(of: "”")
    else { return nil }
    let author = text[..<open.lowerBound].drop { $0 != " " }.dropFirst()
    let rest = text[close.upperBound...]
    var parent: String?
    var isTop = false
    if let arrow = rest.range(of: "-> ") {
      let after = rest[arrow.upperBound...]
      isTop = after.hasPrefix("top")
      if !isTop, let end = after.range(of: ": “") { parent = String(after[..<end.lowerBound]) }
    }
    return Case(
      place: place, author: author == "(deleted)" ? nil : String(author),
      words: String(text[open.upperBound..<close.lowerBound]), parentAuthor: parent, isTop: isTop)
  }
}
