@testable import Reader

extension Shell {
  /// The same with themes to choose from.
  fileprivate func offering(_ themes: [String], inUse theme: String) -> Shell {
    Shell(size: size, now: now, commands: commands, themes: themes, theme: theme)
  }
}

extension LibraryState {
  /// Has themes to choose from, as the caller of the reader has it.
  mutating func offer(themes: [String], inUse theme: String = "") {
    take(shell.offering(themes, inUse: theme))
  }
}
