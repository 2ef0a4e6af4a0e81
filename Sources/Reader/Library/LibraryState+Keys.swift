public import TextGrid

extension LibraryState {
  /// Does what a key means here, or keeps it as the start of a longer series.
  ///
  /// - Parameter key: what was pressed.
  /// - Returns: what the caller must do outside.
  public mutating func press(_ key: Key) -> [Effect] {
    let isOpen = peek == nil && shell.over == nil
    return shell.press(key, in: context, takesCount: isOpen).map { update($0) } ?? []
  }
}
