import DiscussionModel
import TextGrid

/// One line of the library: what is to be read, title, source, size, age.
enum LibraryRowView {
  /// Draws a discussion's line.
  ///
  /// - Parameters:
  ///   - entry: the discussion.
  ///   - matches: what a search found in its title, in bytes of UTF-8.
  ///   - now: seconds since 1970.
  ///   - row: its row.
  ///   - columns: where its parts stand.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func draw(
    _ entry: LibraryEntry, matches: [Range<Int>], now: Int64, row: Int, columns: LibraryColumns,
    theme: Theme, into frame: inout Frame
  ) {
    func write(_ text: SafeText, _ range: Range<Int>?, _ role: Role) {
      frame.write(text, atEndOf: range, row: row, style: theme[role])
    }
    write(entry.newsLabel, columns.news, entry.newsRole)
    MatchedText.draw(
      entry.shownTitle, matches: matches, row: row, column: columns.title.lowerBound,
      limit: columns.title.upperBound, role: entry.isUnread ? .libraryTitle : .libraryDone,
      theme: theme, into: &frame)
    if let source = columns.source {
      frame.write(
        entry.shownSource.truncated(to: source.count), row: row, column: source.lowerBound,
        style: theme[.librarySource])
    }
    write(SafeText(String(entry.comments)), columns.size, .libraryDetail)
    let arrived = Moment(seconds: entry.arrived, hasTime: true)
    let age = entry.visited == nil ? "unseen" : Calendar.age(of: arrived, now: now)
    write(SafeText(age), columns.age, .libraryDetail)
  }
}

extension LibraryRowView {
  /// Draws a front page's line.
  ///
  /// - Parameters:
  ///   - source: the front page.
  ///   - matches: what a search found in its name, in bytes of UTF-8.
  ///   - now: seconds since 1970.
  ///   - row: its row.
  ///   - columns: where its parts stand.
  ///   - theme: how it looks.
  ///   - frame: the screen.
  static func draw(
    _ source: LibrarySource, matches: [Range<Int>], now: Int64, row: Int, columns: LibraryColumns,
    theme: Theme, into frame: inout Frame
  ) {
    func write(_ text: SafeText, _ range: Range<Int>?, _ role: Role) {
      frame.write(text, atEndOf: range, row: row, style: theme[role])
    }
    if source.withNews > 0 { write(SafeText("+\(source.withNews)"), columns.news, .new) }
    MatchedText.draw(
      source.name, matches: matches, row: row, column: columns.title.lowerBound,
      limit: columns.title.upperBound, role: .heading, theme: theme, into: &frame)
    if let column = columns.source {
      frame.write(
        LibrarySource.kind.truncated(to: column.count), row: row, column: column.lowerBound,
        style: theme[.librarySource])
    }
    if let count = source.count { write(SafeText(String(count)), columns.size, .libraryDetail) }
    let age = source.fetched.map { Calendar.age(of: Moment(seconds: $0, hasTime: true), now: now) }
    write(SafeText(age ?? ""), columns.age, .libraryDetail)
  }
}

extension LibraryEntry {
  fileprivate var newsRole: Role {
    switch standing {
    case .news: .new
    case .neverOpened, .unread: .unread
    case .done, .muted: .libraryDone
    }
  }
}
