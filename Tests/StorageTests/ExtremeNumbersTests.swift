import CSQLite
import DiscussionModel
import ReadMarks
import Testing

@testable import Storage

/// Databases in which somebody has put other numbers: whatever they are, they are read within bounds.
@Suite struct ExtremeNumbersTests {
  static let values = [
    "9223372036854775807", "-9223372036854775808", "-1", "0", "1e308", "-1e308", "0.5", "'x'",
    "9007199254740993", "X'FF'",
  ]

  /// Changes a file behind the library's back; what a table's conditions refuse stays as it was.
  private func change(_ path: String, _ sql: String) {
    var connection: OpaquePointer?
    defer { sqlite3_close(connection) }
    guard sqlite3_open(path, &connection) == SQLITE_OK else { return }
    sqlite3_exec(connection, sql, nil, nil, nil)
  }

  @Test(arguments: [
    "discussions.first_visit", "discussions.last_visit", "discussions.place_offset", "marks.state",
    "marks.time", "marks.length", "marks.hash", "flags.kind", "flags.state",
    "flags.time", "preferences.value", "kept.size", "kept.modified", "kept.comments",
    "kept.published", "kept.arrived", "kept.unread", "kept.new", "kept.muted",
  ])
  func marksWithOtherNumbersAreRead(column: String) throws {
    for value in Self.values {
      try withTemporaryDirectory { directory in
        try self.fill(directory)
        let parts = column.split(separator: ".")
        self.change(directory + "/marks.sqlite", "UPDATE \(parts[0]) SET \(parts[1]) = \(value)")
        let library = try MarksDatabase(directory: directory)
        let reading = try library.reading(of: "hn:1")
        if let reading {
          let times = [reading.firstVisit, reading.lastVisit]
          #expect(times.allSatisfy { NumberBounds.time.contains($0) }, "\(column) \(value)")
          #expect(NumberBounds.count.contains(reading.place?.offset ?? 0))
          #expect(reading.marks.allSatisfy { NumberBounds.count.contains($0.text?.length ?? 0) })
        }
        for kept in try library.catalogue.keptDiscussions() {
          let counts = [kept.comments, kept.counts?.unread ?? 0, kept.counts?.new ?? 0]
          #expect(counts.allSatisfy { NumberBounds.count.contains($0) }, "\(column) \(value)")
          let times = [kept.arrived, kept.published ?? 0, kept.visited ?? 0]
          #expect(times.allSatisfy { NumberBounds.time.contains($0) }, "\(column) \(value)")
        }
        _ = try library.preferences()
        try library.beginVisit(of: "hn:1", title: "t", at: 300)
        let others = try library.export()
        let decided = others.flatMap { $0.reading.marks.map(\.time) + $0.reading.stars.map(\.time) }
        #expect(decided.allSatisfy { NumberBounds.decision.contains($0) }, "\(column) \(value)")
        _ = try library.merge(others)
      }
    }
  }

  private func fill(_ directory: String) throws {
    let library = try MarksDatabase(directory: directory)
    try library.beginVisit(of: "hn:1", title: "t", comments: [1], at: 100)
    let mark = SavedMark(
      comment: "a", isRead: true, time: 110, text: BodyVersion(length: 3, hash: 7))
    let star = SavedFlag(comment: "a", isSet: true, time: 110)
    try library.save([mark], stars: [star], of: "hn:1")
    try library.save(Place(entry: "comment/a", offset: 2), of: "hn:1")
    try library.catalogue.enter([
      KeptDiscussion(
        id: "hn:1", title: "t", file: FileStamp(name: "a.json", size: 1, modified: 1), comments: 2,
        published: 5, arrived: 6)
    ])
    try library.catalogue.setCounts(
      KeptDiscussion.Counts(unread: 1, new: 1, unseen: 1), kept: "hn:1")
  }

  @Test(arguments: [
    "discussions.size", "discussions.modified", "discussions.state", "discussions.first",
    "discussions.last", "documents.discussion", "documents.label", "documents.time",
    "documents.number",
  ])
  func anIndexWithOtherNumbersIsSearchedAndSwept(column: String) throws {
    for value in Self.values {
      try withTemporaryDirectory { directory in
        do {
          var writer = try IndexWriter(directory: directory)
          try writer.write("hn:1", ["bread", "salt"])
        }
        let parts = column.split(separator: ".")
        for state in ["", "UPDATE discussions SET state = 2;"] {
          self.change(
            directory + "/search.sqlite",
            "\(state) UPDATE \(parts[0]) SET \(parts[1]) = \(value) WHERE rowid = (SELECT max(rowid) FROM \(parts[0]))"
          )
          do throws(StorageError) {
            let index = try SearchIndex(directory: directory)
            let found = try index.search(SearchQuery("bread", author: nil), limit: 10)
            for document in found.hits.map(\.document) {
              #expect(NumberBounds.count.contains(document.number ?? 0), "\(column) \(value)")
              #expect(NumberBounds.time.contains(document.time ?? 0), "\(column) \(value)")
            }
            var writer = try IndexWriter(directory: directory)
            for _ in 0..<100 { if try writer.sweep(documents: 7) == nil { break } }
            #expect(try writer.sweep(documents: 7) == nil, "\(column) \(value)")
            try writer.begin(.test("hn:2"), title: "t")
            try writer.add([SearchDocument(comment: nil, text: "water")])
            try writer.finish()
          } catch {
            // An index that contradicts itself is refused, and made anew by the caller.
          }
        }
      }
    }
  }
}
