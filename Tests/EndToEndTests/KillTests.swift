import Foundation
import Storage
import SeededNumbers
import RunningPrograms
import Testing

extension LoneReaderTests {
  /// Two readers of one discussion are killed at random moments, a hundred times.
  ///
  /// One marks from the top, the other from the bottom, so that no mark is ever taken back: what a
  /// screen showed as read has to be read afterwards.
  @Test func nothingShownAsMarkedIsLostWhenReadersAreKilled() throws {
    let desk = try Desk(Story(count: 1500))
    var generator = SplitMix64(seed: 100)
    var kept = 0
    for round in 1...100 {
      let readers = try [
        (LoneReader(["--top", desk.path], state: desk.folder), LoneReader.tab),
        (LoneReader(["--top", desk.path], state: desk.folder), LoneReader.backTab),
      ]
      var claims = Claims()
      for (reader, _) in readers {
        try reader.wait(for: "unread")
        claims.add(reader)
      }
      // Marks and moves until one is killed somewhere in between, and a little later the other.
      let victims = round % 2 == 0 ? readers : readers.reversed()
      for (survivors, keys) in [(victims[...], 6), (victims.dropFirst(), 3)] {
        for _ in 0..<Int.random(in: 1...keys, using: &generator) {
          for (reader, move) in survivors { reader.type(move, "r") }
          usleep(UInt32.random(in: 0...3_000, using: &generator))
          for (reader, _) in survivors {
            reader.listen(within: 0)
            claims.add(reader)
          }
        }
        guard let (victim, _) = survivors.first else { continue }
        _ = victim.end(with: SIGKILL)
        claims.add(victim)
      }
      let library = try MarksDatabase(directory: desk.library, checkingEveryPage: true)
      let isSetAside = library.setAside != nil
      #expect(!isSetAside, "damaged in round \(round)")
      let marks = try library.reading(of: "story:1")?.marks ?? []
      let read = Set(marks.filter(\.isRead).map(\.comment))
      #expect(claims.numbers.subtracting(read) == [], "lost in round \(round)")
      #expect(read.count >= claims.count, "lost in round \(round)")
      #expect(read.count >= kept, "lost since round \(round - 1)")
      kept = read.count
    }
    // There was something to lose.
    #expect(kept > 100)
    #expect(desk.files.filter { $0.contains("damaged") } == [])
  }

  /// What screens have shown as read.
  private struct Claims {
    /// Comments with the badge of those read in this visit.
    var numbers: Set<String> = []
    /// The most that a status line counted.
    var count = 0

    mutating func add(_ reader: LoneReader) {
      let text = reader.screen.text
      if text.contains("marks not saved") { return }
      for match in text.matches(of: /○ #(\d+)/) { numbers.insert(String(match.1)) }
      count = max(count, reader.readCount ?? 0)
    }
  }
}
