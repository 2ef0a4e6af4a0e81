import DiscussionModel
import ReadMarks
import TextGrid

/// The first row of a comment: who, when, and at the right its number.
struct EntryHeader {
  private var parts: [(text: SafeText, role: Role)] = []
  private var number: SafeText = ""
  /// Whose comment it is; nil if that is not known.
  private var author: SafeText?

  /// - Parameters:
  ///   - entry: an entry of the page.
  ///   - state: what is read.
  ///   - geometry: that of the screen.
  init(_ entry: Int, in state: ReadingState, geometry: Geometry) {
    let page = state.page
    let depth = page.depth(of: entry)
    guard let position = page.position(of: entry) else {
      let isNotice = page.kind(of: entry) == .notice
      parts = [(isNotice ? "Notice" : page.beginning(of: entry, cells: 0), .author)]
      return
    }
    let comment = page.comment(at: position)
    let isNamed = page.hasAuthor(at: position)
    if isNamed { author = page.caller(at: position) }
    parts.append((page.caller(at: position), isNamed ? .author : .number))
    if page.hasNumbers, isNamed || comment.state == .deleted {
      number = SafeText("#\(page.number(at: position))")
    }
    if page.isByOP(at: position) { parts.append((" OP ", .op)) }
    if state.marks[position].contains(.starred) { parts.append(("★", .star)) }
    if state.marks[position].contains(.muted) { parts.append(("muted", .detail)) }
    for badge in comment.details?.badges ?? [] where badge != "OP" {
      parts.append((SafeText(badge), .badge))
    }
    if isNamed, comment.state == .deleted { parts.append(("deleted", .detail)) }
    if comment.state == .flagged { parts.append(("flagged", .detail)) }
    if let age = page.age(at: position, state.shell) { parts.append((SafeText(age), .detail)) }
    if let score = comment.score { parts.append((SafeText(counted(score, "point")), .detail)) }
    if depth > geometry.levels { parts.append((SafeText("level \(depth + 1)"), .detail)) }
    if let label = comment.details?.parentLabel, depth == 0 {
      parts.append((SafeText("replies to \(label)"), .detail))
    }
  }

  /// The cells that a name may take, so that something else finds room beside it.
  private func nameRoom(of room: Int) -> Int { parts.count > 1 ? max(room / 2, room - 20) : room }

  func draw(row: Int, columns: Range<Int>, theme: Theme, into frame: inout Frame) {
    let end = columns.upperBound
    let limit = end - (number.isEmpty ? 0 : number.width + 2)
    var at = columns.lowerBound
    for (index, part) in parts.enumerated() {
      let isFirst = index == 0
      let room = limit - at - (isFirst ? 0 : 2)
      let text = isFirst ? part.text.truncated(to: max(4, nameRoom(of: room))) : part.text
      guard isFirst || text.width <= room else { break }
      // Badges stand close to the name, as a part of it; the one of who wrote the article has blanks.
      let isClose = [.badge, .op].contains(part.role) || !isFirst && parts[index - 1].role == .op
      if !isFirst { at += isClose ? 1 : 2 }
      let style = isFirst ? author.map { theme.author($0) } : nil
      at = frame.write(
        text, row: row, column: at, limit: end, style: style ?? theme[part.role])
    }
    if number.width + 1 + at <= end {
      frame.write(number, row: row, column: end - number.width, style: theme[.number])
    }
  }
}
