import DiscussionModel
import Foundation
import ReadMarks
import TextGrid
import Testing

@testable import Reader

/// Whole screens of four sizes, each a file in the folder `Golden` beside this one.
///
/// After a change of the look that is meant, `UNDERSTORY_GOLDEN=1 swift test --filter WholeScreenTests`
/// writes the files again; `git diff` then shows what changed.
@Suite struct WholeScreenTests {
  /// What is on the screen: its name, the keys, and whether the reader was here before.
  static let scenes = [
    (name: "first-visit", keys: "", isReturn: false),
    (name: "return", keys: "", isReturn: true),
    (name: "filter", keys: "work f/ author:mira Enter work 13G", isReturn: false),
    (name: "folded", keys: "7G Enter j j", isReturn: true),
    (name: "reply", keys: "stood 5G", isReturn: true),
  ]

  @Test(arguments: scenes, [(80, 24), (120, 40), (200, 60), (250, 70)])
  func screen(scene: (name: String, keys: String, isReturn: Bool), size: (Int, Int)) throws {
    var reading = Reading(columns: size.0, rows: size.1, now: Discussion.squareTime) { shell in
      ReadingState(Page(scene.name == "filter" ? .pump : .square), shell: shell)
    }
    if scene.isReturn {
      let earlier = EarlierReading.square(of: reading.state.page)
      reading.effects += reading.state.restore(earlier, layout: &reading.layout)
    }
    reading.press(scene.keys)
    let shown = reading.screen() + "\n"
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = folder.appendingPathComponent("Golden/\(scene.name)-\(size.0)x\(size.1).txt")
    if ProcessInfo.processInfo.environment["UNDERSTORY_GOLDEN"] != nil {
      try Data(shown.utf8).write(to: file)
    }
    let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
    let rows = zip(lines(of: shown), lines(of: kept)).enumerated()
    for (row, (now, before)) in rows where now != before {
      Issue.record("\(file.lastPathComponent), row \(row):\n\(now)\nis not\n\(before)")
    }
    #expect(lines(of: shown).count == lines(of: kept).count)
  }

  private func lines(of text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

extension Discussion {
  /// Noon of 3 June 2024.
  fileprivate static let squareTime: Int64 = 1_717_416_000

  /// 84 comments in 14 threads on whether cars may stand on a square.
  fileprivate static var square: Discussion {
    var result = Discussion.outline(
      (0..<84).map { index in
        // Each thread: two replies, each answered, and an answer to the last of these.
        let depth = [0, 1, 2, 1, 2, 3][index % 6]
        let name = ["ann", "bob", "cem", "dora", "eve", "finn", "gus"][(index * 5 + index / 6) % 7]
        let said = (0..<1 + index % 3).map { says[(index * 3 + $0 * 4) % says.count] }
        return String(repeating: "  ", count: depth) + "\(index + 1) \(name): "
          + said.joined(separator: index % 4 == 3 ? "|" : " ")
      }.joined(separator: "\n"))
    result.title = "Should the square be closed to cars?"
    result.author = "Hana"
    result.published = "2024-05-31"
    result.markup = .markdown
    result.url = "https://square.example/cars"
    result.body = """
      The square has room for thirty cars or for a market, and on Saturdays it tries to be both. \
      The council has asked a [planner](https://square.example/plan) and two schools.

      ## What is planned

      - no cars from May to September
      - ten places for those who cannot walk far

      ## What it costs

      Less than the last repair of the paving, says the planner; the traders are *not* convinced.

      > A square is a room without a roof.
      """
    result.links = [
      LinkList(heading: "Plans", items: [LinkItem(title: "North"), LinkItem(title: "South")])
    ]
    for index in result.comments.indices {
      let hour = index * 36 / 84
      let day = hour < 24 ? 1 : 2
      result.comments[index].published = RawText(
        "2024-06-0\(day)T\(hour % 24 < 10 ? "0" : "")\(hour % 24):15:00Z")
    }
    return result
  }

  private static let says = [
    "Thirty cars are nothing; the street behind the church has room for fifty.",
    "Who counted them, and when?",
    "On market days I leave mine at the school and walk for four minutes, which nobody has ever"
      + " died of.",
    "The bakery lives on people who stop for a minute.",
    "Try it for one summer and count what is sold.",
    "A trial is what one calls a decision before it is unpopular.",
    "Ten places are enough if somebody sees to it that they stay free.",
    "Children would play there, as they did before the road was widened and the lime trees went.",
    "And the bus?",
    "It stops at the bridge now, so nothing changes for those who come by bus, except that they"
      + " could cross the square without looking behind them.",
  ]
}

extension Discussion {
  /// Somebody who has one is asked about heat pumps.
  fileprivate static var pump: Discussion {
    var result = Discussion.outline(
      """
      1 mira: We have one, in a house of 1931. It works, but the radiators had to be larger.
        2 tom: How loud is it at night?
          3 mira: 38 decibels at the neighbours' window. Nobody has complained.
        4 jo: What did you pay?
          5 mira: 19,000, of which the state paid a third.
            6 jo: And for electricity?
              7 mira: 110 in January, 40 in May.
      8 ede: Insulate first, or you heat the garden all winter long.
        9 kim: With what? Our walls are brick, and the front is listed.
          10 ede: From inside, with wood fibre. It takes two weeks for each room.
            11 sal: And ten centimetres of it.
        12 tom: That costs more than the pump.
          13 mira: > Insulate first, or you heat the garden all winter long.|We did it the other way round: the pump first, the roof a year later. The bills say that it did not matter.
      14 sal: Whoever installs it matters more than whoever made it.
        15 kim: How do you find somebody good?
          16 mira: Ask to see one that they built five years ago.
      """)
    result.title = "A heat pump in an old house: worth it?"
    result.author = "kim"
    result.published = "2024-06-01"
    result.markup = .markdown
    result.body = "Our boiler is from 1998. Has anybody done this, and would you do it again?"
    for index in result.comments.indices {
      let hour = 10 + index / 2
      result.comments[index].published = RawText("2024-06-01T\(hour):15:00Z")
    }
    return result
  }
}

extension EarlierReading {
  /// A visit before the last comments of 12 threads came, 40 of them; of the others one in nine was
  /// left unread.
  fileprivate static func square(of page: Page) -> EarlierReading {
    let known = (0..<84).filter { $0 >= 72 || $0 % 6 < ($0 < 24 ? 2 : 3) }
    let read = known.filter { $0 % 9 != 8 }.map { page.comment(at: $0).id }
    return EarlierReading(
      decisions: Dictionary(uniqueKeysWithValues: read.map { ($0, .init(isRead: true, time: 5)) }),
      knownComments: Set(known.map { page.idHash(at: $0) }))
  }
}
