import Foundation
import HTMLTree
import Testing

@testable import Sites

/// Real pages, whose texts are compared with those that others found.
@Suite(
  .enabled(
    if: ArticleCorpus.isThere,
    "../shared/corpora/articles, which is not a part of the project, is missing"))
struct ArticleCorpusTests {
  /// Words as multisets, F1; rounded down, so that a page may only become better.
  ///
  /// The comments of one page are in its reference, the way back to the top of another is.
  static let pages: [(name: String, f1: Double)] = [
    ("bbc-1", 0.99), ("firefox-nightly-blog", 0.92), ("heise", 0.99), ("herald-sun-1", 0.99),
    ("hukumusume", 0.99), ("ietf-1", 0.99), ("qq", 0.97), ("quanta-1", 0.98), ("salon-1", 0.99),
    ("v8-blog", 0.99),
  ]

  @Test(arguments: pages) func wordsAreThoseOfTheText(_ name: String, _ f1: Double) throws {
    let wanted = ArticleCorpus.words(try ArticleCorpus.file(name + ".expected.txt"))
    let found = ArticleCorpus.words(try ArticleCorpus.text(name))
    let both = wanted.reduce(0) { $0 + min($1.value, found[$1.key] ?? 0) }
    let all = wanted.values.reduce(0, +) + found.values.reduce(0, +)
    #expect(2 * Double(both) / Double(max(1, all)) >= f1)
  }

  static let others = [
    "aoc.media.archaisme", "docs.docker.com.install", "nhk.or.jp.k100", "schneems.com.rubocop",
    "spektrum.de.coronavirus", "zeit.de.paywall",
  ]

  @Test(arguments: others) func passagesAreThere(_ name: String) throws {
    let text = ArticleCorpus.squeezed(try ArticleCorpus.text(name))
    for line in try ArticleCorpus.file(name + ".expected.txt").split(separator: "\n").dropFirst() {
      let words = ArticleCorpus.squeezed(String(line.dropFirst(2)))
      #expect(text.contains(words) == (line.first == "+"), "\(line)")
    }
  }
}

enum ArticleCorpus {
  private static let folder =
    #filePath.components(separatedBy: "/Tests/")[0] + "/../shared/corpora/articles/"

  static let isThere = FileManager.default.fileExists(atPath: folder)

  static func file(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(fileURLWithPath: folder + name)), as: UTF8.self)
  }

  /// The text of a page's article.
  static func text(_ name: String) throws -> String {
    HTMLTree(ArticleText(HTMLTree(try file(name + ".html"))).body, in: .element(.body)).lines
  }

  static func squeezed(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.filter { $0 != "\u{AD}" && $0 != "\u{200B}" }
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// How often each word is there; each character of Chinese, Japanese and Korean is one.
  static func words(_ text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    var word = ""
    func end() {
      if !word.isEmpty { counts[word, default: 0] += 1 }
      word = ""
    }
    for character in text.precomposedStringWithCompatibilityMapping.lowercased()
    where character != "\u{AD}" && character != "\u{200B}" {
      guard let scalar = character.unicodeScalars.first else { continue }
      switch scalar.value {
      case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0xAC00...0xD7AF:
        end()
        counts[String(character), default: 0] += 1
      default:
        if character.isLetter || character.isNumber || character == "_" {
          word.append(character)
        } else {
          end()
        }
      }
    }
    end()
    return counts
  }
}
