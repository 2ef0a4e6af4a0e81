import DiscussionModel
import Testing

@Suite struct BrokenFileTests {
  static let members = [
    "understory": "1", "id": #""d""#, "title": #""t""#, "comments": "[]",
  ]

  @Test(arguments: ["understory", "id", "title", "comments"])
  func aRequiredMemberIsMissed(name: String) {
    let others = Self.members.filter { $0.key != name }
    let file = "\n {" + others.map { "\"\($0.key)\": \($0.value)" }.joined(separator: ", ") + "}"
    #expect(complaint(about: file) == "2:2: expected an object with the member \"\(name)\"")
  }

  @Test func aCommentWithoutIDIsMissed() {
    #expect(
      complaint(
        about: """
          {"understory": 1, "id": "d", "title": "t", "comments": [
            {"id": "1"},
            {"author": "中", "body": "👩‍🌾"}]}
          """) == "3:3: expected an object with the member \"id\"")
  }

  @Test(arguments: [2, 99, 0, -1])
  func anotherVersionIsNamed(version: Int) {
    #expect(
      complaint(about: "{\n\"understory\": \(version), \"id\": 5}")
        == "2:15: expected version 1 of the format, found version \(version)")
  }

  @Test(arguments: ["", " ", "\n\t \r\n", "\u{FEFF}", "\u{FEFF}\n"])
  func anEmptyFileIsCalledEmpty(file: String) {
    #expect(complaint(about: file) == "1:1: expected a discussion in JSON, found nothing")
  }

  @Test(arguments: [
    ("{", "1:2: expected a member name in quotes or }"),
    ("é", "1:1: expected a value"),
    (#"{"id": "é中👩‍🌾" "#, "1:16: expected , or }"),
    (
      "{\"understory\": 1,\r\n\"id\": \"\t\"",
      "2:8: expected an escape such as \\n instead of a control character"
    ),
    (#"{"id": "\u12"}"#, "1:13: expected four hexadecimal digits after \u{5C}u"),
    (String(repeating: "[", count: 100_000), "1:1: expected an object that contains a discussion"),
    (
      #"{"x": "# + String(repeating: "[", count: 100_000),
      "1:100007: expected a value or ]"
    ),
  ])
  func aFaultOfTheJSONIsNamedAtItsPlace(file: String, message: String) {
    #expect(complaint(about: file) == message)
  }

  @Test func whatFollowsTheDiscussionIsRefused() {
    #expect(complaint(about: Example.text + "{}") == "58:1: expected the end of the text")
  }

  @Test func aFileCutAtAnyByteIsAnErrorWithinIt() {
    let whole = Example.bytes.dropLast()
    let accepted = whole.indices.filter { end in
      do throws(DiscussionFileError) {
        _ = try DiscussionFile.decode(Array(whole[..<end]))
        return true
      } catch {
        return error.offset > end
      }
    }
    #expect(accepted == [])
  }

  /// A byte that ends strings, opens escapes, or is not UTF-8 stands in turn for each of the file's.
  @Test(arguments: [UInt8(ascii: "\""), UInt8(ascii: "\\"), 0xE4])
  func aFileWithOneByteWrongIsReadOrRefused(byte: UInt8) throws {
    var bytes = Example.bytes
    var changed: [Int] = []
    for index in bytes.indices {
      let right = bytes[index]
      bytes[index] = byte
      defer { bytes[index] = right }
      guard let discussion = try? DiscussionFile.decode(bytes).discussion else { continue }
      let written = DiscussionFile.encode(discussion)
      let again = try DiscussionFile.decode(written).discussion
      if DiscussionFile.encode(again) != written { changed.append(index) }
    }
    #expect(changed == [])
  }
}
