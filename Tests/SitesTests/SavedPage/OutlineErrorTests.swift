import Sites
import DiscussionModel
import Testing

@Suite struct OutlineErrorTests {
  /// Six lines, of which line 5 is blank.
  static let page = "one\ntwo\nthree\nfour\n\u{A0} \nsix\n"

  /// What is said of an outline whose second line is this one: only its message, if it names the place
  /// before which a `^` stands here.
  static func fault(_ line: String) -> String? {
    let before = line.prefix { $0 != "^" }
    let line = before + line.dropFirst(before.count + 1)
    let complaint = complaint(page, "{\"title\": [1, 1],\n\(line)}")
    let place = "outline:2:\(before.unicodeScalars.count + 1): "
    return complaint?.hasPrefix(place) == true
      ? complaint.map { String($0.dropFirst(place.count)) } : complaint
  }

  @Test(arguments: [
    ("^[400, 410]", "lines 400-410 are outside the page, which has 6 lines"),
    ("^[6, 7]", "lines 6-7 are outside the page, which has 6 lines"),
    ("^[7, 7]", "line 7 is outside the page, which has 6 lines"),
    ("^[2, \(Int.max)]", "lines 2-\(Int.max) are outside the page, which has 6 lines"),
    ("^[0, 2]", "lines 0-2 start before line 1, where the page begins"),
    ("^[0, 0]", "line 0 starts before line 1, where the page begins"),
    ("^[\(Int.min), 1]", "lines \(Int.min)-1 start before line 1, where the page begins"),
    ("^[3, 2]", "lines 3-2 end before they start"),
    ("^[5, 5]", "line 5 is blank"),
    ("^[1, 1]", "line 1 of the byline overlaps line 1 of the title"),
    ("^[1, 6]", "lines 1-6 of the byline overlap line 1 of the title"),
    ("[^]", "expected two line numbers, the first and the last"),
    ("[2^]", "expected two line numbers, the first and the last"),
    ("[2, 3, ^4]", "expected two line numbers, the first and the last"),
    ("[2, ^3.5]", "expected two line numbers, the first and the last"),
    (#"[^"2", 2]"#, "expected two line numbers, the first and the last"),
    ("^2", "expected two line numbers, the first and the last"),
  ])
  func aRangeIsWrong(lines: String, message: String) {
    #expect(Self.fault(#""comments": [], "byline": \#(lines)"#) == message)
  }

  @Test(arguments: [
    (
      #""notice": [3, 4], "comments": [], "body": ^[2, 3]"#,
      "lines 2-3 of the body overlap lines 3-4 of the notice"
    ),
    (
      #""body": [2, 4], "comments": [{"number": 7, "lines": ^[3, 3]}]"#,
      "line 3 of comment 7 overlaps lines 2-4 of the body"
    ),
    (
      #""comments": [{"number": 1, "lines": [2, 3]}, {"number": 2, "lines": ^[3, 4]}]"#,
      "lines 3-4 of comment 2 overlap lines 2-3 of comment 1"
    ),
    (
      #""comments": [{"number": 7, "lines": [2, 6]}], "links": [{"heading": "中", "lines": ^[6, 6]}]"#,
      "line 6 of the links \"中\" overlaps lines 2-6 of comment 7"
    ),
    (
      #""links": [{"heading": "a", "lines": [5, 6]}, {"heading": "b", "lines": ^[4, 5]}], "comments": []"#,
      "lines 4-5 of the links \"b\" overlap lines 5-6 of the links \"a\""
    ),
  ])
  func twoRangesShareALine(line: String, message: String) {
    #expect(Self.fault(line) == message)
  }

  @Test(arguments: [
    (#"{"number": ^0, "lines": [2, 2]}"#, "a comment's number is 1 or more, found 0"),
    (
      #"{"number": 4, "lines": [2, 2]}, {"lines": [3, 3], "number": ^4}"#,
      "comment 4 appears twice"
    ),
    (
      #"{"number": 1, "parent": ^2, "lines": [2, 2]}"#,
      "no parent comment 2"
    ),
    (
      #"{"number": 1, "parent": ^1, "lines": [2, 2]}"#,
      "comment 1 is a reply to itself, directly or through others"
    ),
    (
      #"{"number": 9, "lines": [4, 4], "parent": 3}, {"number": 3, "parent": ^1, "lines": [2, 2]}, "#
        + #"{"number": 1, "lines": [3, 3], "parent": 3}"#,
      "comment 3 is a reply to itself, directly or through others"
    ),
    (
      #"{"number": 1, "parent": ^2, "lines": [2, 2]}, {"number": 2, "parent": 3, "lines": [3, 3]}, "#
        + #"{"number": 3, "parent": 1, "lines": [4, 4]}"#,
      "comment 1 is a reply to itself, directly or through others"
    ),
    (#"^{"lines": [2, 2]}"#, #"expected an object with the member "number""#),
    (
      #"{"number": 1, "lines": [2, 2]}, ^{"number": 2}"#,
      #"expected an object with the member "lines""#
    ),
    (#"{"number": ^"1", "lines": [2, 2]}"#, "expected the comment's number"),
    (#"{"number": ^null, "lines": [2, 2]}"#, "expected the comment's number"),
    (#"{"number": 1, "parent": ^"1", "lines": [2, 2]}"#, "expected an integer or null"),
    (#"{"number": 1, "lines": ^null}"#, "expected two line numbers, the first and the last"),
    ("^5", "expected an object"),
  ])
  func aCommentIsWrong(comments: String, message: String) {
    #expect(Self.fault(#""comments": [\#(comments)]"#) == message)
  }

  @Test(arguments: [
    (#"^{"heading": "é"}"#, #"expected an object with the member "lines""#),
    (#"^{"lines": [2, 3]}"#, #"expected an object with the member "heading""#),
    (#"{"heading": ^5, "lines": [2, 3]}"#, "expected a string"),
    ("^[]", "expected an object"),
  ])
  func aLinkListIsWrong(lists: String, message: String) {
    #expect(Self.fault(#""comments": [], "links": [\#(lists)]"#) == message)
  }

  @Test(arguments: [
    ("", "outline:1:1: expected an outline in JSON, found nothing"),
    (" \r\n\t", "outline:2:2: expected an outline in JSON, found nothing"),
    ("\u{FEFF}\n", "outline:2:1: expected an outline in JSON, found nothing"),
    ("[]", "outline:1:1: expected an object"),
    ("é", "outline:1:1: expected a value"),
    ("{\"title\": [1, 1]\r\r\"comments\": []}", "outline:3:1: expected , or }"),
    (#"{"comments": []}"#, #"outline:1:1: expected an object with the member "title""#),
    ("\n {\"title\": [1, 1]}", #"outline:2:2: expected an object with the member "comments""#),
    ("{\"title\": null}", "outline:1:11: expected two line numbers, the first and the last"),
    ("{\"comments\": null}", "outline:1:14: expected an array"),
    ("{\"links\": {}}", "outline:1:11: expected an array or null"),
    (#"{"title": [1, 1], "comments": []} {}"#, "outline:1:35: expected the end of the text"),
    (
      "{\"x\": " + String(repeating: "[", count: 100_000),
      "outline:1:100007: the file ends too early; download or save it again (expected a value or ])"
    ),
  ])
  func itIsNoOutline(outline: String, message: String) {
    #expect(complaint(Self.page, outline) == message)
  }

  @Test func anOutlineCutAtAnyByteIsAnErrorInIt() {
    let bytes = Array(Ferry.outline.utf8)
    let accepted = bytes.indices.filter { end in
      do throws(ImportError) {
        _ = try SavedPageImport.discussion(
          page: Array(Ferry.page.utf8), outline: Array(bytes[..<end]), id: nil)
        return true
      } catch {
        return error.file != .outline || error.position == nil
      }
    }
    #expect(accepted == [])
  }
}
