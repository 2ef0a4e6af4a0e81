import DiscussionModel
import TextGrid

/// One line of a front page: how the reader stands with it, rank, title, source, points, comments, age.
enum FrontRowView {
  /// Draws a discussion's line.
  ///
  /// - Parameters:
  ///   - entry: the discussion.
  ///   - title: its title as it is shown.
  ///   - matches: what a search found in that, in bytes of UTF-8.
  ///   - now: seconds since 1970.
  ///   - row: its row.
  ///   - columns: where its parts stand.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func draw(
    _ entry: FrontEntry, title: SafeText, matches: [Range<Int>], now: Int64, row: Int,
    columns: FrontColumns,
    theme: Theme, into frame: inout Frame
  ) {
    func write(_ text: SafeText, _ range: Range<Int>?, _ role: Role) {
      frame.write(text, atEndOf: range, row: row, style: theme[role])
    }
    write(entry.standingLabel, columns.standing, entry.standingRole)
    write(SafeText(String(entry.rank)), columns.rank, .libraryDetail)
    let labels = entry.labels.reduce(SafeText("")) { $0 + " [" + $1 + "]" }
    let limit = columns.title.upperBound
    MatchedText.draw(
      title, matches: matches, row: row, column: columns.title.lowerBound,
      limit: limit, role: entry.isQuiet ? .libraryDone : .libraryTitle, theme: theme,
      into: &frame)
    let end =
      columns.title.lowerBound
      + title.truncated(to: columns.title.count).width
    // The title has all the room that it needs.
    if end + labels.width <= limit {
      frame.write(labels, row: row, column: end, limit: limit, style: theme[.libraryDetail])
    }
    if let source = columns.source {
      frame.write(
        entry.source.truncated(to: source.count), row: row, column: source.lowerBound,
        style: theme[.librarySource])
    }
    write(entry.score.map { SafeText(String($0)) } ?? "", columns.score, .libraryDetail)
    write(entry.comments.map { SafeText(String($0)) } ?? "", columns.comments, .libraryDetail)
    let age = entry.posted.map { Calendar.age(of: Moment(seconds: $0, hasTime: true), now: now) }
    write(SafeText(age ?? ""), columns.age, .libraryDetail)
  }
}

extension FrontEntry {
  fileprivate var standingRole: Role {
    guard let kept else { return .new }
    if hasNews { return .new }
    if kept.isMuted || kept.visited == nil { return .libraryDone }
    return kept.unread > 0 ? .unread : .libraryDone
  }
}
