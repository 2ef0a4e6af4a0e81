import DiscussionModel
import ReadMarks
import TextGrid

@testable import Reader

extension Discussion {
  /// A village on whether to reopen its well: people with badges, points and times, a quotation,
  /// code, links, a flagged and a deleted comment, and 16 levels of replies at the end.
  static var well: Discussion {
    var result = Discussion.outline(
      """
      1 ida
        2 jon
          3 ida
            4 中村
          5 kit: deleted
        6 lou
      7 max
        8 nil
      """ + "\n"
        + (0..<16).map { level in
          String(repeating: "  ", count: level) + "\(level + 9) \(level % 2 == 0 ? "ora" : "pim")"
        }.joined(separator: "\n"))
    result.title = "Reopen the well?"
    result.author = "Zoë"
    result.published = "2024-05-01"
    result.markup = .markdown
    result.body = """
      The well on the square was closed in 1961. Its water was never the trouble: \
      [the old report](https://well.example/1961) says so on its *last* page.

      ## What it would cost

      - a new lid
      - a pump, and someone who **knows** pumps

      > A well is a promise to whoever comes next.
      """
    result.notice = "Only villagers vote."
    result.links = [
      LinkList(heading: "Minutes", items: [LinkItem(title: "May"), LinkItem(title: "June")])
    ]
    for (index, body) in Self.wellBodies.enumerated() { result.comments[index].body = body }
    for index in result.comments.indices {
      let hour = index < 10 ? "0\(index)" : "\(index)"
      result.comments[index].published = RawText("2024-05-0\(index / 9 + 1)T\(hour):30:00Z")
    }
    result.comments[0].score = 12
    result.comments[2].score = -1
    var details = CommentDetails()
    details.badges = ["OP", "mayor"]
    result.comments[0].details = details
    result.comments[7].state = .flagged
    return result
  }

  /// What the comments say; nil where one was deleted.
  private static let wellBodies: [RawText?] = [
    "I drank from it as a child, and nobody who did has ever been ill because of it.",
    """
    > nobody who did has ever been ill because of it

    Nobody wrote it down, either. Measure first:

    ```
    dip --depth 14m --bottle 3 | send --to laboratory@county.example --quickly
    ```
    """,
    "Fair. See [how the county does it](https://county.example/dip) and https://well.example/map.",
    "十年前 there was sand in it 👩‍💻, café owners say.", nil,
    "A lid is cheap. A child in a well is not.", "Who holds the key?", "My cousin sells pumps.",
  ]
}

extension Reading {
  /// Noon of 4 May 2024.
  static let noon: Int64 = 1_714_824_000

  /// The well, as one finds it who was here before: comment 1 is read and has a star, 2 was edited
  /// since, 3 and 4 are new.
  static func well(columns: Int, rows: Int, keys: String = "") -> Reading {
    let discussion = Discussion.well
    let page = Page(discussion)
    var reading = Reading(discussion, columns: columns, rows: rows, now: noon)
    let old = BodyVersion(length: 3, hash: 3)
    let earlier = EarlierReading(
      decisions: ["1": .init(isRead: true, time: 5), "2": .init(isRead: true, time: 5, body: old)],
      stars: ["1"],
      knownComments: Set(
        (0..<page.thread.count).filter { ![2, 3].contains($0) }.map { page.idHash(at: $0) }))
    reading.effects += reading.state.restore(earlier, layout: &reading.layout)
    reading.work()
    // What is new lies over the page.
    reading.press("Esc " + keys)
    return reading
  }
}
