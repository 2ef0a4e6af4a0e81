import Testing

@testable import Storage

/// What is decided about discussions on front pages, here and elsewhere.
@Suite struct FrontRecordsTests {
  private func hidden(_ link: String, _ isHidden: Bool, _ time: Int64) -> FrontRecords.Decision {
    FrontRecords.Decision(link: link, isHidden: isHidden, time: time)
  }

  @Test func decisionsAreListed() throws {
    try withTemporaryDirectory { directory in
      let fronts = try MarksDatabase(directory: directory).fronts
      try fronts.noteSeen(["a", "c"], at: "p", now: 10)
      try fronts.hide("b", true, now: 20)
      try fronts.hide("a", true, now: 30)
      try fronts.hide("a", false, now: 40)
      #expect(try fronts.decisions() == [hidden("a", false, 40), hidden("b", true, 20)])
      // A decision made now is later than any that was made before.
      try fronts.hide("b", false, now: 5)
      #expect(try fronts.decisions().last == hidden("b", false, 21))
    }
  }

  /// What was decided here and there, and what is in the end.
  @Test(
    arguments: [
      (nil, (true, 10), (true, 10), 1), ((true, 10), (false, 20), (false, 20), 1),
      ((true, 20), (false, 10), (true, 20), 0), ((true, 10), (false, 10), (true, 10), 0),
      ((false, 10), (true, 10), (true, 10), 1), ((true, 10), (true, 10), (true, 10), 0),
    ] as [((Bool, Int64)?, (Bool, Int64), (Bool, Int64), Int)])
  func theLatestStays(
    here: (Bool, Int64)?, there: (Bool, Int64), end: (Bool, Int64), changed: Int
  ) throws {
    try withTemporaryDirectory { directory in
      let fronts = try MarksDatabase(directory: directory).fronts
      if let here { try fronts.hide("a", here.0, now: here.1) }
      #expect(try fronts.merge([hidden("a", there.0, there.1)]) == changed)
      #expect(try fronts.decisions() == [hidden("a", end.0, end.1)])
      #expect(try fronts.hidden(among: ["a"]) == (end.0 ? ["a"] : []))
    }
  }

  @Test func timesAreBounded() throws {
    try withTemporaryDirectory { directory in
      let fronts = try MarksDatabase(directory: directory).fronts
      #expect(try fronts.merge([hidden("a", true, .max), hidden("b", true, .min)]) == 2)
      #expect(try fronts.decisions().map(\.time) == [1_000_000_000_000, -1_000_000_000_000])
    }
  }
}
