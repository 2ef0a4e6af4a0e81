public import TextGrid

extension LibraryState {
  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameter key: what was pressed.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key) -> [Effect] {
    notice = nil
    switch typed.take(key, for: commandsHere, takesCount: over == .nothing) {
    case .beginning, .givenUp: return []
    case .command(let command, let count):
      return update(command.action(count: count))
    case .nothing(let series):
      if isTyping, case .character(let character) = key { return update(.type(character)) }
      notice = "\(Key.name(of: series)) does nothing here"
      return []
    }
  }

  /// The commands whose keys hold now.
  var commandsHere: [Command] {
    let context = context
    return commands.filter { $0.context == context }
  }
}
