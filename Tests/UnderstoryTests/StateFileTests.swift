import DiscussionModel
import JSONText
import ReadMarks
import Storage
import Testing

@testable import understory

/// The file that carries state, in and out.
@Suite struct StateFileTests {
  static let texts = [
    "plain", "", "é 中 👩‍💻", "\u{0}\u{1B}[2J\u{7}", "a\"b\\c/d\n\t\r", "\u{202E}drawkcab",
    "\u{FEFF}\u{FFFD}\u{10FFFF}", "e\u{301}", "</script>{}[]",
  ]

  @Test(arguments: texts)
  func whatIsWrittenIsRead(text: String) throws {
    var reading = SavedReading(firstVisit: -1, lastVisit: 253_402_300_799)
    reading.marks = [
      SavedMark(comment: text, isRead: true, time: 5, text: BodyVersion(length: 3, hash: .max)),
      SavedMark(comment: text + "2", isRead: false, time: -62_135_596_800),
    ]
    reading.stars = [SavedFlag(comment: text, isSet: false, time: 0)]
    reading.mutes = [SavedFlag(comment: text, isSet: true, time: 1)]
    reading.place = Place(entry: "comment/\(text)\ncomment/\(text)", offset: 12)
    reading.folds = [0, 1, .max]
    reading.knownComments = []
    let exported = [
      ExportedReading(id: text, title: text + "!", reading: reading),
      ExportedReading(id: "bare", title: "", reading: SavedReading(firstVisit: 1, lastVisit: 2)),
    ]
    let contents = StateFile.Contents(
      readings: exported,
      hidden: [
        FrontRecords.Decision(link: text, isHidden: true, time: 5),
        FrontRecords.Decision(link: text + "2", isHidden: false, time: -62_135_596_800),
      ])
    let bytes = StateFile.encode(contents)
    let decoded = try StateFile.decode(bytes)
    #expect(decoded == contents)
    // Equal texts may still be other bytes.
    #expect(decoded.readings.first.map { Array($0.id.utf8) } == Array(text.utf8))
    // It can be looked at in a terminal.
    #expect(bytes.allSatisfy { $0 == 0x0A || $0 >= 0x20 && $0 != 0x7F })
  }

  @Test func whatIsNotKnownIsPassedOver() throws {
    let text = """
      {"later": [1, {"a": null}], "understoryState": 1, "discussions": [
       {"id": "x", "firstVisit": 1, "lastVisit": 2, "mood": {"x": []},
        "marks": [{"comment": "c", "read": true, "time": 3, "why": "…"}]}]}
      """
    var reading = SavedReading(firstVisit: 1, lastVisit: 2)
    reading.marks = [SavedMark(comment: "c", isRead: true, time: 3)]
    #expect(
      try StateFile.decode(Array(text.utf8))
        == StateFile.Contents(readings: [ExportedReading(id: "x", title: "", reading: reading)]))
  }

  /// Whatever is missing at the end, it is an error within the file.
  @Test func everyCutIsAnError() {
    var reading = SavedReading(firstVisit: 1, lastVisit: 2)
    reading.marks = [SavedMark(comment: "é", isRead: true, time: 3)]
    reading.folds = [7]
    let bytes = StateFile.encode(
      StateFile.Contents(
        readings: [ExportedReading(id: "x", title: "中", reading: reading)],
        hidden: [FrontRecords.Decision(link: "é", isHidden: true, time: 3)]))
    let end = bytes.lastIndex(of: UInt8(ascii: "}")) ?? 0
    for count in 0...end {
      #expect(throws: JSONError.self) { _ = try StateFile.decode(Array(bytes[..<count])) }
    }
  }
}
