import DiscussionModel
import Fetching
import JSONText
import Library
import Reader
import Sites
import Storage
import TextGrid

/// A front page for those who read no screen, with what the library has of it.
struct FrontReport {
  private let front: FrontShelf.KeptFront
  private let known: KnownDiscussions
  private let hidden: Set<String>
  private let visitedDays: Int
  private let now: Int64
  private let shown: [FrontRow]
  /// How many cells the links take.
  private let width: Int

  /// - Parameters:
  ///   - front: the page.
  ///   - known: what the library has.
  ///   - hidden: the links of those that are not to be shown.
  ///   - visitedDays: for how many days what was only visited is kept.
  ///   - now: seconds since 1970.
  init(
    _ front: FrontShelf.KeptFront, _ known: KnownDiscussions, hidden: Set<String>,
    visitedDays: Int, at now: Int64
  ) {
    self.front = front
    self.known = known
    self.hidden = hidden
    self.visitedDays = visitedDays
    self.now = now
    shown = front.page.rows.filter { !hidden.contains($0.link) }
    // One that is very long sticks out, and does not push all others away.
    width = shown.lazy.map { SafeText($0.link).width }.filter { $0 <= 60 }.max() ?? 0
  }

  // MARK: To be read

  /// The names of the columns.
  var heading: SafeText { line("POINTS", "ALL", "NEW", "LINK", "TITLE") }

  /// A line for each discussion.
  var lines: [SafeText] {
    shown.map { row in
      var title = row.title
      if !row.labels.isEmpty { title += " [\(row.labels.joined(separator: ", "))]" }
      if let host = row.target.map({ FetchError.host(of: $0) }) { title += " (\(host))" }
      return line(
        text(row.score), text(row.comments), known[row.link].map { news(of: $0, in: row) } ?? "",
        SafeText(row.link), SafeText(title))
    }
  }

  private func line(
    _ score: String, _ size: String, _ news: String, _ link: SafeText, _ title: SafeText
  ) -> SafeText {
    let space = SafeText(String(repeating: " ", count: max(0, width - link.width)))
    return SafeText("\(padded(score)) \(padded(size)) \(padded(news))  ") + link + space + "  "
      + title
  }

  /// What there is to be read in a kept discussion, with what came since it was fetched.
  private func news(of kept: KeptDiscussion, in row: FrontRow) -> String {
    let entry = LibraryEntry(kept, at: now)
    let more = known.unfetched(of: kept, in: row)
    return entry.isMuted || more == 0 ? entry.newsLabel.string : "+\(more + entry.new)"
  }

  private func text(_ number: Int?) -> String { number.map { String($0) } ?? "" }

  private func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, 6 - text.utf8.count)) + text
  }

  // MARK: For programs

  /// Rank, points, comments, new comments, date, title and link of each.
  ///
  /// The rank is that of the site; a field is empty if nothing is known.
  var fields: [[String]] {
    front.page.rows.enumerated().filter { !hidden.contains($1.link) }.map { index, row in
      [
        String(index + 1), text(row.score), text(row.comments), text(known.new(in: row, at: now)),
        (row.published ?? row.lastActivity)?.iso ?? "", row.title, row.link,
      ]
    }
  }

  /// All that is known, those that are hidden among them.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("title")
    writer.string(front.page.title)
    writer.name("next")
    if let next = front.page.next { writer.string(next) } else { writer.null() }
    writer.name("fetched")
    writer.string(Moment(seconds: front.fetched, hasTime: true).iso)
    writer.name("discussions")
    writer.beginArray()
    for row in front.page.rows { encode(row, known[row.link], into: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private func encode(
    _ row: FrontRow, _ kept: KeptDiscussion?, into writer: inout JSONWriter
  ) {
    writer.beginObject()
    row.write(to: &writer)
    writer.name("id")
    if let kept { writer.string(kept.id) } else { writer.null() }
    for (name, value) in [
      ("keptComments", kept?.comments), ("unread", kept?.counts?.unread),
      ("new", known.new(in: row, at: now)), ("lastVisit", kept?.visited.map { Int($0) }),
      ("keptUntil", kept?.end(after: visitedDays).map { Int($0) }),
    ] {
      writer.name(name)
      if let value { writer.integer(value) } else { writer.null() }
    }
    for (name, value) in [
      ("muted", kept?.isMuted ?? false), ("hidden", hidden.contains(row.link)),
    ] {
      writer.name(name)
      writer.bool(value)
    }
    writer.endObject()
  }
}
