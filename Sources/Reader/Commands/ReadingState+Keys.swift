public import TextGrid

extension ReadingState {
  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key, layout: inout Layout) -> [Effect] {
    let action = shell.press(key, in: context, takesCount: isReading)
    return action.map { update($0, layout: &layout) } ?? []
  }

  /// Whose keys are in force.
  var context: Command.Context { shell.context(over: mode.context) }

  /// The commands whose keys are in force.
  var commandsHere: [Command] { shell.commands(in: context) }

  /// The commands that the keys pressed so far may become, each with the keys still missing.
  public var continuations: [(keys: SafeText, command: Command)] {
    shell.typed.continuations(of: commandsHere)
  }
}
