import HTMLTree
import Testing

@testable import Sites

/// Pages of real sites in which every class and id is called otherwise, so that only what comments have in common tells.
@Suite(.enabled(if: PageCorpus.isThere, "no ../shared/corpora/html"))
struct RenamedPagesTests {
  /// What can be found in each.
  ///
  /// | page | difference |
  /// | --- | --- |
  /// | discourse-authored | what is discussed looks like what is said about it |
  /// | reddit-2019 | some comments are only in a script |
  /// | oldreddit-authored | four short comments are too little |
  static let expected: [(file: String, comments: Int, first: String?, depth: Int)] = [
    ("hn-2020.html", 254, "aazaa", 11),
    ("lobsters-2025.html", 16, "zk", 4),
    ("wordpress-netzpolitik.html", 74, "blah blubb", 5),
    ("wordpress-avada-moritz-meyer.html", 36, "Ben", 4),
    ("reddit-2019.html", 19, nil, 2),
    ("oldreddit-2016.html", 72, "nate", 3),
    ("disqus-embed-2018.html", 50, "Denis Danekin", 5),
    ("vbulletin-pocketpc.html", 20, "Predator", 2),
    ("github-issue-2025.html", 6, "jmorrell", 1),
    ("shreddit-authored.html", 5, "reader1", 3),
    ("discourse-authored.html", 3, "ann (Ann Lee)", 2),
    ("mastodon-authored.html", 5, "Alice @alice", 1),
  ]

  @Test(arguments: expected)
  func isFound(file: String, comments: Int, first: String?, depth: Int) throws {
    let bytes = try #require(PageCorpus.bytes(file))
    var found = try #require(unknownPage(Self.renamed(String(decoding: bytes, as: UTF8.self))))
    if found.firstIsArticle { found.comments.removeFirst() }
    #expect(found.comments.count == comments)
    #expect(found.comments.first?.author == first)
    var depths: [Int] = []
    for comment in found.comments { depths.append(comment.parent.map { depths[$0] + 1 } ?? 1) }
    #expect(depths.max() == depth)
    let named = found.comments.count { $0.author != nil }
    #expect(first == nil || named * 20 >= comments * 19)
    #expect(found.comments.count { $0.body != nil } * 20 >= comments * 19)
  }

  /// A page with neutral words in place of its classes and ids; numbers at their ends stay.
  static func renamed(_ html: String) -> String {
    var words: [Substring: String] = [:]
    func neutral(_ word: Substring) -> String {
      let digits = word.reversed().prefix { $0.isASCII && $0.isNumber }
      let base = word.dropLast(digits.count)
      let known = words[base] ?? "k" + letters(words.count)
      words[base] = known
      return known + String(digits.reversed())
    }
    func letters(_ number: Int) -> String {
      var rest = number
      return (0..<3).map { _ in
        defer { rest /= 26 }
        return String(UnicodeScalar(UInt8(97 + rest % 26)))
      }.joined()
    }
    var result = ""
    var rest = html[...]
    while let mark = rest.firstIndex(of: "=") {
      let name = rest[..<mark].suffix(6)
      let value = rest[mark...].dropFirst()
      let isNamed = name.hasSuffix(" class") || name.hasSuffix(" id") || name.hasSuffix("\nclass")
      guard isNamed, let quote = value.first, quote == "\"" || quote == "'",
        let end = value.dropFirst().firstIndex(of: quote)
      else {
        result += rest[...mark]
        rest = value
        continue
      }
      let names = value[..<end].dropFirst().split(whereSeparator: \.isWhitespace).map(neutral)
      result += rest[...mark] + "\(quote)\(names.joined(separator: " "))"
      rest = value[end...]
    }
    return result + rest
  }
}
