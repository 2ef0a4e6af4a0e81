public import TextGrid

extension ReadingState {
  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key, layout: inout Layout) -> [Effect] {
    notice = nil
    let commands = commandsHere
    switch typed.take(key, for: commands, takesCount: mode == .reading) {
    case .beginning, .givenUp: return []
    case .command(let command, let count):
      return update(command.action(count: count), layout: &layout)
    case .nothing(let series):
      if case .prompt = mode, case .character(let character) = key {
        return update(.type(character), layout: &layout)
      }
      notice = "\(Self.name(of: series)) does nothing here"
      return []
    }
  }

  /// The commands whose keys hold now.
  var commandsHere: [Command] { commands.filter { $0.context == mode.context } }

  /// The first keys of a command that needs more.
  public var pendingKeys: [Key] { typed.keys }

  /// The number that was typed before a command; nil when none was.
  public var count: Int? { typed.count }

  /// The commands that the keys pressed so far may become, each with the keys still missing.
  public var continuations: [(keys: SafeText, command: Command)] {
    typed.continuations(of: commandsHere)
  }

  /// Keys as help writes them: `zM`, `Shift-Tab`.
  public static func name(of series: [Key]) -> SafeText { Key.name(of: series) }
}
