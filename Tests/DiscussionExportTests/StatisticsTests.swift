import DiscussionModel
import Reader
import Testing
import TextGrid

@testable import DiscussionExport

@Suite struct StatisticsTests {
  /// A thread of four levels and one without an answer.
  private static let kites: Discussion = {
    let rows: [(String, String?, String?, String?, String)] = [
      ("a", nil, "ann 中", "2021-05-20T10:00:00Z", "Red kites fly higher."),
      ("b", "a", "bo", "2021-05-20T10:20:00Z", "No [they](https://k.example) do not."),
      ("c", "b", "ann 中", "2021-05-20T10:59:00Z", "Étude 👩‍💻"),
      ("d", "c", "bo", "2021-05-20T12:05:00Z", ""),
      ("e", "a", "ann 中", nil, "Wind."), ("f", nil, nil, "yesterday\u{1B}", "One two three."),
    ]
    let comments = rows.map { id, parent, author, published, body in
      var comment = Comment(id: id, parent: parent, author: author, body: RawText(body))
      comment.published = published.map { RawText($0) }
      return comment
    }
    var result = Discussion(id: "k", title: "Kites\u{1B}[2J", comments: comments)
    result.markup = .markdown
    result.comments[3].state = .deleted
    return result
  }()

  @Test func everythingIsCounted() {
    let statistics = Statistics(Page(Self.kites))
    #expect(statistics.comments == 6 && statistics.deleted == 1 && statistics.threads == 2)
    #expect(statistics.participants.map(\.name) == ["ann 中", "bo"])
    #expect(statistics.participants.map(\.comments) == [3, 2])
    #expect(statistics.withoutAuthor == 1 && statistics.withoutTime == 2)
    #expect(statistics.levels == [2, 2, 1, 1] && statistics.deepest == 4)
    #expect(statistics.medianLevel == 2)
    #expect(statistics.words == 4 + 4 + 2 + 1 + 3 && statistics.medianWords == 3)
    #expect(statistics.branches == [.init(number: 1, author: "ann 中", comments: 5)])
  }

  @Test func itIsToldInLines() {
    #expect(
      text(Self.kites, columns: 60) == """
        Kites␛[2J
        6 comments, 1 of them deleted, 2 threads, 14 words (median 3
        per comment)

        2 participants
          ann 中 3 ████████████████████████████████████████
          bo     2 ██████████████████████████▋
          and 1 comment by unknown authors

        Over time, one bar for each 30 minutes
          2 │██████
            │██████
            │██████▄▄▄▄▄▄            ▄▄▄▄▄▄
            │████████████            ██████
            │████████████            ██████
            └──────────────────────────────
          20 May 2021, 10:00 UTC … 20 May 2021, 12:05 UTC
          and 2 comments at unknown times

        4 levels, #4 is the deepest; the median comment is at level
        2
          level 1 2 ████████████████████████████████████████
          level 2 2 ████████████████████████████████████████
          level 3 1 ████████████████████
          level 4 1 ████████████████████

        Longest threads
          #1 ann 中 5 ████████████████████████████████████████
        """)
  }

  @Test func barsAreOfASCIIWhereAsked() {
    let lines = text(Self.kites, columns: 40, isASCII: true).split(separator: "\n")
    #expect(lines.contains("  bo     2 ###################-"))
    #expect(lines.contains("  2 |######"))
    #expect(lines.contains("    `------------------------------"))
    #expect(lines.contains("  20 May 2021, 10:00 UTC ... 20 May"))
  }

  @Test func whatIsNotKnownIsSaid() {
    let comments = [Comment(id: "1", body: "中"), Comment(id: "2", author: "", body: "é")]
    #expect(
      text(Discussion(id: "", title: "", comments: comments), columns: 80) == """

        2 comments, 2 threads, 2 words (median 1 per comment)

        Participants: unknown

        Times: unknown

        1 level; the median comment is at level 1
          level 1 2 ████████████████████████████████████████
        """)
    #expect(text(Discussion(id: "", title: "Empty"), columns: 80) == "Empty\n0 comments")
  }

  @Test(arguments: [0, 20, 21, 33, 80, 200], [false, true])
  func noLineIsTooWide(columns: Int, isASCII: Bool) {
    for discussion in [Discussion.bees, .hostile, Self.kites] {
      let statistics = Statistics(Page(discussion))
      for line in StatisticsText(statistics, columns: columns, isASCII: isASCII).lines {
        #expect(line.width <= max(20, columns), "\(line)")
      }
    }
  }

  @Test func manyAreSummedUp() {
    var comments = (0..<100_000).map { index in
      var comment = Comment(
        id: "\(index)", parent: index == 0 ? nil : "\(index - 1)", author: "user\(index % 500)")
      comment.state = .deleted
      return comment
    }
    comments.append(Comment(id: "x", author: "user7"))
    let lines = text(Discussion(id: "", title: "Deep", comments: comments), columns: 80)
      .split(separator: "\n")
    #expect(lines.contains("  and 490 others with 98000 comments"))
    #expect(lines.contains { $0.hasPrefix("  user7   201 ██") })
    #expect(lines.contains { $0.hasPrefix("  deeper   99990 ██") })
    #expect(lines.contains { $0.hasPrefix("100000 levels, #100000 is the deepest") })
  }

  private func text(_ discussion: Discussion, columns: Int, isASCII: Bool = false) -> String {
    StatisticsText(Statistics(Page(discussion)), columns: columns, isASCII: isASCII).lines
      .map(\.string).joined(separator: "\n")
  }
}

@Suite struct TimeBarsTests {
  /// The length of a stretch in words, and the counts.
  @Test(arguments: [
    (["2021-05-20T10:00:00Z"], 4, "minute", [1]),
    (["2021-05-20T10:00:00Z", "2021-05-20T10:03:59Z"], 4, "minute", [1, 0, 0, 1]),
    (["2021-05-20T10:00:00Z", "2021-05-20T10:04:00Z"], 4, "2 minutes", [1, 0, 1]),
    (["2021-05-20", "2021-05-20"], 64, "day", [2]),
    (["2021-05-20", "2021-05-20T10:00:00Z"], 64, "day", [2]),
    (["1969-12-31T23:59:59Z", "1970-01-01T00:00:00Z"], 64, "minute", [1, 1]),
    (["0001-01-01", "9999-12-31"], 10, "832 weeks", []),
  ])
  func stretchesAreChosen(times: [String], limit: Int, words: String, counts: [Int]) throws {
    let bars = try #require(TimeBars(times.compactMap { Moment($0) })).bars(atMost: limit)
    #expect(bars.counts.count <= limit && bars.counts.reduce(0, +) == times.count)
    if counts.isEmpty { return }
    #expect(TimeBars.words(bars.length) == words)
    #expect(bars.counts == counts)
  }

  @Test func thereAreNoneWithoutTimes() { #expect(TimeBars([]) == nil) }
}
