import Foundation
import Testing

/// Every sentence that a user may see, as a list to be read in one go: `swift test --filter AllWords`.
///
/// It is what stands between quotation marks in the sources, with more than one word in it; what the program puts in is
/// an ellipsis. The manual's topics, themes and the sample are files of their own.
@Suite struct AllWordsTests {
  /// The texts between quotation marks in a source, with at least two words.
  static func sentences(in source: String) -> [String] {
    var found: [String] = []
    var isInBlock = false
    for line in source.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.drop { $0 == " " }
      if trimmed.hasPrefix("//") { continue }
      if trimmed.contains("\"\"\"") {
        isInBlock.toggle()
        continue
      }
      if isInBlock {
        found.append(String(trimmed))
        continue
      }
      var text: String?
      var depth = 0
      var previous: Character = " "
      for character in trimmed {
        if previous == "\\", text != nil, depth == 0 {
          if character == "(" {
            depth = 1
            text?.append("…")
          } else if character == "n" {
            text?.append(" ")
          } else {
            text?.append(character)
          }
          previous = " "
          continue
        }
        if depth > 0 {
          depth += character == "(" ? 1 : character == ")" ? -1 : 0
        } else if character == "\"" {
          if let ended = text { found.append(ended) }
          text = text == nil ? "" : nil
        } else if character != "\\" {
          text?.append(character)
        }
        previous = character
      }
    }
    // The names of characters are not words.
    return found.filter { !$0.contains(";:") }.filter { sentence in
      sentence.split(separator: " ").count { $0.contains(where: \.isLetter) } > 1
    }
  }

  @Test(arguments: [
    (#"say("nothing new")"#, ["nothing new"]), (#"key("id")"#, []),
    (#"SafeText("\(count) of \(name(all)) read")"#, ["… of … read"]),
    (#"// "not a sentence""#, []),
    (#"a("one \"two\" three", "four five")"#, ["one \"two\" three", "four five"]),
    ("x = \"\"\"\n  In a block\n  \"\"\"", ["In a block"]),
  ]) func sentencesAreFound(source: String, sentences: [String]) {
    #expect(Self.sentences(in: source) == sentences)
  }

  @Test func allOfThem() throws {
    let root = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/") + "/Sources"
    let files = try #require(FileManager.default.enumerator(atPath: root))
    var lines: [String] = []
    for case let name as String in files where name.hasSuffix(".swift") {
      let source = try String(contentsOfFile: root + "/" + name, encoding: .utf8)
      let room = name.split(separator: "/").first ?? ""
      lines += Self.sentences(in: source).map { "\(room): \($0)" }
    }
    let all = Set(lines).sorted()
    if ProcessInfo.processInfo.environment["CI"] != "true" { print(all.joined(separator: "\n")) }
    #expect(all.count > 500)
    #expect(all.contains("understory: nothing new"))
  }
}
