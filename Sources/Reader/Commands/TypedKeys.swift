public import TextGrid

/// What was pressed and is not a command yet: the first keys of a series, and a number before them.
public struct TypedKeys: Equatable, Sendable {
  public internal(set) var keys: [Key] = []
  /// Nil if no number was typed.
  public internal(set) var count: Int?

  /// What a key came to.
  enum Meaning: Equatable {
    /// More must follow.
    case beginning
    /// What was begun is abandoned.
    case givenUp
    case command(Command, count: Int?)
    /// No command: all that was pressed.
    case nothing([Key])
  }

  /// Takes a key.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - commands: those whose keys apply.
  ///   - takesCount: whether a number may be before a command.
  /// - Returns: what that means together with what was pressed before.
  mutating func take(_ key: Key, for commands: [Command], takesCount: Bool) -> Meaning {
    if takesCount, takeDigit(key) { return .beginning }
    let series = keys + [key]
    let wasWaiting = !keys.isEmpty || count != nil
    let number = count
    keys = []
    if wasWaiting, key == .escape {
      count = nil
      return .givenUp
    }
    // By their places: a command is much to copy.
    if let place = commands.indices.first(where: { commands[$0].keys.contains(series) }) {
      count = nil
      return .command(commands[place], count: number)
    }
    if commands.indices.contains(where: { place in
      commands[place].keys.contains { $0.starts(with: series) }
    }) {
      keys = series
      return .beginning
    }
    count = nil
    return .nothing(series)
  }

  /// The largest number that can be typed.
  private static let largestCount = 9_999_999

  /// Takes a digit as a part of the number before a command; false for any other key.
  private mutating func takeDigit(_ key: Key) -> Bool {
    guard keys.isEmpty, case .character(let character) = key, character.isASCII,
      let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    count = min((count ?? 0) * 10 + digit, Self.largestCount)
    return true
  }

  /// What it may become.
  ///
  /// - Parameter commands: those whose keys apply.
  /// - Returns: commands, each with the keys still missing.
  func continuations(of commands: [Command]) -> [(keys: SafeText, command: Command)] {
    commands.compactMap { command in
      // After a number alone: what does something else with it than the same so often.
      if keys.isEmpty, command.counted ?? .times == .times { return nil }
      let series = command.keys.first { $0.count > keys.count && $0.starts(with: keys) }
      return series.map { (Key.name(of: Array($0.dropFirst(keys.count))), command) }
    }
  }

  /// As the status line says it: `17`, `3g`.
  var words: SafeText { (count.map { SafeText("\($0)") } ?? "") + Key.name(of: keys) + " …" }
}

extension Key {
  /// Keys as help writes them: `zM`, `Shift-Tab`.
  public static func name(of series: [Key]) -> SafeText { series.reduce("") { $0 + $1.name } }
}
