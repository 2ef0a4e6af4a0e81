public import TextGrid

extension ReadingState {
  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameters:
  ///   - key: what was pressed.
  ///   - layout: that of this state's screen.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key, layout: inout Layout) -> [Effect] {
    let series = pendingKeys + [key]
    let wasWaiting = !pendingKeys.isEmpty
    pendingKeys = []
    notice = nil
    if wasWaiting, key == .escape { return [] }
    let commands = Command.all.filter { $0.context == mode.context }
    if let command = commands.first(where: { $0.keys.contains(series) }) {
      return update(command.action, layout: &layout)
    }
    if commands.contains(where: { $0.keys.contains { $0.starts(with: series) } }) {
      pendingKeys = series
      return []
    }
    notice = "\(Self.name(of: series)) does nothing here"
    return []
  }

  /// The commands that the keys pressed so far may become, each with the keys still missing.
  public var continuations: [(keys: SafeText, command: Command)] {
    Command.all.filter { $0.context == mode.context }.compactMap { command in
      let series = command.keys.first {
        $0.count > pendingKeys.count && $0.starts(with: pendingKeys)
      }
      return series.map { (Self.name(of: Array($0.dropFirst(pendingKeys.count))), command) }
    }
  }

  /// Keys as help writes them: `zM`, `Shift-Tab`.
  static func name(of series: [Key]) -> SafeText { series.reduce("") { $0 + $1.name } }
}
