import HTMLTree
import Testing

@testable import Sites

/// What is found out once of a page's short texts and links.
@Suite struct CommentLinesTests {
  /// What reads the same has the same number, whatever it stands in.
  @Test func linesHaveNumbers() {
    let tree = HTMLTree(
      "<p>Reply </p><div><b> Reply</b></div><p>Re<i>ply</i></p><p>reply</p><p>"
        + String(repeating: "long ", count: 100) + "</p><p></p>", in: .element(.body))
    var lines = CommentLines(CommentSurvey(tree))
    let tops = Array(tree.children(of: nil))
    let numbers = tops.map { lines.line(of: $0) }
    #expect(numbers == [0, 0, 0, 1, nil, 2])
    let again = tops.map { lines.line(of: $0) }
    #expect(numbers == again)
    #expect((0...2).map { lines.string($0) } == ["Reply", "reply", ""])
    #expect(lines.counts(of: [0, 1, 0, 0]) == [3, 1, 3, 3])
    #expect(lines.counts(of: [1]) == [1])
    #expect(lines.isControl(0) && lines.isControl(1) && !lines.isControl(2))
    #expect(lines[2].isEmpty)
    let long = lines.lineOfAnyLength(of: tops[4])
    #expect(lines.string(long).utf8.count == 499)
    #expect(lines.words(of: long).count == 60)
  }

  @Test(arguments: [
    ("7", true, false, false), ("7 replies", true, true, false), ("(7)", true, false, false),
    ("7 of 8", false, true, false), ("at 7 on it", false, true, false),
    ("It is.", false, true, true),
    ("Is é?", false, true, true), ("是。", false, true, true), ("e\u{301}.", false, true, true),
    (".\u{301}", false, true, false), ("· –", false, true, false), ("12:30", true, false, false),
  ]) func factsOfLines(text: String, isNumber: Bool, hasLetter: Bool, endsSentence: Bool) throws {
    let tree = HTMLTree("<p>\(text)</p>", in: .element(.body))
    var lines = CommentLines(CommentSurvey(tree))
    let found = lines.line(of: 0)
    let line = try #require(found)
    #expect(lines[line].isPlainNumber == isNumber)
    #expect(lines[line].hasLetter == hasLetter)
    #expect(lines.endsSentence(line) == endsSentence)
    #expect(lines.length(of: line) == text.count)
  }

  /// Byte by byte, a text loses the same signs as character by character.
  @Test(arguments: [
    "Ann", " Ann: ", "«Ann»", "(Ann)", "Ann (mod)", "Ann [mod]]", "— Ann —", "Ann\u{A0}", "é:",
    ":é",
    "- é (x) ·", ":\u{301}a", "a:\u{301}", "：中、", "->", "", "“Ann Öz”,", "Ann)", "#12 Ann", "👩‍💻 :",
  ]) func signsAreTrimmed(text: String) {
    let bytes = CommentNames.trimmed(Array(text.utf8)[...])
    #expect(String(decoding: bytes, as: UTF8.self) == CommentNames.trimmed(text))
  }

  @Test(
    arguments: [
      ("https://a.test/user/ann", [.address, .person]), ("/u/7", [.address, .person]),
      ("/@ann", [.address, .person]), ("/~ann/x", [.address, .person]),
      ("/USERS/7", [.address, .person]),
      ("mailto:a@b.test", [.address, .mail, .person]), ("/login?user=1", [.address]),
      ("/users-of/x", [.address]), ("/blog/a", [.address]), ("#c7", [.address, .hash, .inPage]),
      ("/x#c7", [.address, .hash]), ("#respond", [.address, .hash, .inPage, .control]),
      ("/a?replytocom=7", [.address, .control]), ("javascript:void(0)", [.address, .control]),
      ("", [.address]), ("/" + String(repeating: "user/", count: 100), [.address]),
    ] as [(String, LinkSigns)])
  func addressesSayWhereTheyLead(address: String, signs: LinkSigns) {
    #expect(LinkSigns(address: Array(address.utf8)[...]) == signs)
  }

  @Test func aLinkWithoutAnAddress() { #expect(LinkSigns(address: nil) == []) }

  /// More numbers than there are places at first.
  @Test func numbersOfTextsAndPairs() {
    var texts = TextNumbers()
    var pairs = PairNumbers()
    for round in 0..<2 {
      for number in 0..<5000 {
        #expect(texts.number(of: Array("\(number)".utf8)[...]) == number)
        #expect(pairs.number(of: UInt64(number % 50) << 32, UInt64(number / 50)) == number)
      }
      #expect(texts.count == 5000 && pairs.count == 5000, "round \(round)")
    }
    #expect(texts.string(4711) == "4711")
    #expect(texts.number(of: []) == 5000)
    #expect(texts.length(of: 5000) == 0)
  }
}
