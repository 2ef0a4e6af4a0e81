import DiscussionModel
import TextGrid

@testable import Reader

/// A discussion that is printed line by line, in a test: lines in, lines out.
struct Printed {
  var reading: Reading
  private var announcer = Announcer()
  /// What tells this screen from others.
  private final class Mark {}
  private let mark = Mark()

  init(_ discussion: Discussion, now: Int64 = 0) {
    reading = Reading(
      discussion, columns: 30_000, rows: 24, now: now, areCommandsTyped: true)
    reading.state.prefer(.measure(nil), layout: &reading.layout)
    reading.state.prefer(.linear(true), layout: &reading.layout)
    _ = print()
  }

  /// Types a line, and gives what is printed then, the prompt last.
  mutating func type(_ line: String) -> [String] {
    announcer.begin()
    switch reading.state.hear(line) {
    case .actions(let actions):
      for action in actions {
        reading.effects += reading.state.update(action, layout: &reading.layout)
      }
      reading.work()
      return print()
    case .again:
      announcer.forget()
      return print()
    case .place: return reading.state.placeLines(&reading.layout).map(\.string) + print()
    case .unread: return reading.state.unreadLines.map(\.string) + print()
    case .link(let address): return ["link: " + address]
    case .help(let name): return ["help: " + name]
    case .said(let words): return [words.string] + print()
    case .refused(let words): return ["Error: " + words.string] + print()
    case .unknown(let name, _): return ["unknown: " + name]
    }
  }

  /// Types lines, and gives what the last one had printed.
  mutating func type(_ lines: [String]) -> [String] {
    lines.reduce([]) { _, line in type(line) }
  }

  private mutating func print() -> [String] {
    let rows = reading.state.rowsToPrint(&reading.layout)
    reading.resize(columns: 30_000, rows: rows)
    var lines = announcer.news(reading.state.shell, offer: reading.state.offer)
    var spoken = reading.state.spoken(&reading.layout)
    while true {
      let announcement = announcer.announce(spoken, on: ObjectIdentifier(mark))
      lines += announcement.lines
      if announcement.hasEntry { _ = reading.state.update(.printed, layout: &reading.layout) }
      guard spoken.closesItself else { break }
      _ = reading.state.update(.close, layout: &reading.layout)
      spoken = reading.state.spoken(&reading.layout)
    }
    return (lines + [spoken.prompt]).map(\.string)
  }
}
