public import TextGrid

extension ReadingState {
  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key, layout: inout Layout) -> [Effect] {
    if takeDigit(key) { return [] }
    let series = pendingKeys + [key]
    let wasWaiting = !pendingKeys.isEmpty || count != nil
    let number = count
    pendingKeys = []
    notice = nil
    if wasWaiting, key == .escape {
      count = nil
      return []
    }
    let commands = commands.filter { $0.context == mode.context }
    if let command = commands.first(where: { $0.keys.contains(series) }) {
      count = nil
      return update(command.action(count: number), layout: &layout)
    }
    if commands.contains(where: { $0.keys.contains { $0.starts(with: series) } }) {
      pendingKeys = series
      return []
    }
    count = nil
    if case .prompt = mode, case .character(let character) = key {
      return update(.type(character), layout: &layout)
    }
    notice = "\(Self.name(of: series)) does nothing here"
    return []
  }

  /// The largest number that can be typed.
  private static let largestCount = 9_999_999

  /// Takes a digit as a part of the number before a command; false for any other key.
  private mutating func takeDigit(_ key: Key) -> Bool {
    guard mode == .reading, pendingKeys.isEmpty, case .character(let character) = key,
      character.isASCII, let digit = character.wholeNumberValue, digit > 0 || count != nil
    else { return false }
    notice = nil
    count = min((count ?? 0) * 10 + digit, Self.largestCount)
    return true
  }

  /// The commands that the keys pressed so far may become, each with the keys still missing.
  public var continuations: [(keys: SafeText, command: Command)] {
    commands.filter { $0.context == mode.context }.compactMap { command in
      // After a number alone: what does something else with it than the same so often.
      if pendingKeys.isEmpty, command.counted ?? .times == .times { return nil }
      let series = command.keys.first {
        $0.count > pendingKeys.count && $0.starts(with: pendingKeys)
      }
      return series.map { (Self.name(of: Array($0.dropFirst(pendingKeys.count))), command) }
    }
  }

  /// Keys as help writes them: `zM`, `Shift-Tab`.
  public static func name(of series: [Key]) -> SafeText { series.reduce("") { $0 + $1.name } }
}
