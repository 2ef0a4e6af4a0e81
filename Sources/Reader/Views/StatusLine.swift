import TextGrid

/// The last row of a screen: what is said at the left, and at the right the keys that help most.
struct StatusLine {
  var left: SafeText
  var role: Role
  /// What is not saved: always said, whatever else there is to say.
  var problem: SafeText?
  /// What came meanwhile; nil for nothing.
  var offer: SafeText?
  /// The best first, and last the one that leads to all the others.
  var hints: [Hint] = []

  /// A key, and what it does.
  struct Hint {
    var keys: SafeText
    var title: SafeText
    var width: Int { keys.width + 1 + title.width }
  }

  /// Draws as much of it as there is room for.
  func draw(row: Int, limit: Int, theme: Theme, into frame: inout Frame) {
    let problem = problem.map { " · " + $0 }
    // Half of the row is for what is not saved.
    let room = limit - 1 - min(problem?.width ?? 0, limit / 2)
    let left = role == .notice ? left.shortened(to: room) : left
    var end = frame.write(
      left.truncated(to: room), row: row, column: 1, limit: limit, style: theme[role])
    if let problem {
      end = frame.write(
        problem.shortened(to: limit - end).truncated(to: limit - end), row: row, column: end,
        limit: limit,
        style: theme[.problem])
    }
    if let offer {
      end = frame.write(
        (" · " + offer).truncated(to: limit - end), row: row, column: end, limit: limit,
        style: theme[.new])
    }
    draw(hintsFitting: limit - end - 3, row: row, limit: limit, theme: theme, into: &frame)
  }

  private func draw(
    hintsFitting room: Int, row: Int, limit: Int, theme: Theme, into frame: inout Frame
  ) {
    var rest = room
    // The last hint leads to all the others: it is the last to go.
    var kept: [Hint] = []
    for hint in hints.suffix(1) + hints.dropLast() {
      guard hint.width <= rest else { break }
      rest -= hint.width + 3
      kept.append(hint)
    }
    let ordered = kept.dropFirst() + kept.prefix(1)
    var column = limit - ordered.reduce(0) { $0 + $1.width } - 3 * max(0, ordered.count - 1)
    for hint in ordered {
      column = frame.write(hint.keys, row: row, column: column, style: theme[.statusKey])
      column = frame.write(" " + hint.title, row: row, column: column, style: theme[.statusHint])
      column += 3
    }
  }
}

extension [Command] {
  /// What the first key of a command does.
  ///
  /// - Parameters:
  ///   - id: the command's lasting name.
  ///   - title: what it does here; nil for what it does everywhere.
  /// - Returns: nil if there is no such command, or no key for it.
  func hint(_ id: String, title: SafeText? = nil) -> StatusLine.Hint? {
    // By its place: a command is much to copy.
    guard let place = indices.first(where: { self[$0].id == id }), let keys = self[place].keys.first
    else { return nil }
    return StatusLine.Hint(keys: Key.name(of: keys), title: title ?? self[place].title)
  }
}

extension TypedKeys {
  /// What may follow a number that was typed, and how to give up what was begun.
  ///
  /// - Parameter commands: those whose keys apply.
  /// - Returns: nil if nothing was begun.
  func hints(of commands: [Command]) -> [StatusLine.Hint]? {
    let cancel = StatusLine.Hint(keys: "Esc", title: "cancel")
    if !keys.isEmpty { return [cancel] }
    guard let count else { return nil }
    return continuations(of: commands).map { keys, command in
      StatusLine.Hint(keys: keys, title: command.counted?.title(count) ?? command.title)
    } + [cancel]
  }
}
