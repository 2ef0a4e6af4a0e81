import Reader
import ReadingLibrary

extension MarkKeeper {
  /// What the reader chose in earlier visits.
  mutating func preferences() -> [Preference] {
    // A lock was waited for at the start.
    if trouble?.isPassing == true { return [] }
    var values: [String: Int] = [:]
    _ = attempt { (library) throws(LibraryError) in values = try library.preferences() }
    return [
      values["outline"].map { .outline($0 == 1) },
      // 0 is for as wide as the screen.
      values["measure"].map { .measure($0 == 0 ? nil : $0) },
      values["library-order"].flatMap { LibraryOrder(rawValue: $0) }.map { .libraryOrder($0) },
    ].compactMap { $0 }
  }

  /// Keeps what the reader chose; while nothing can be saved, it holds for this visit only.
  mutating func save(_ preference: Preference) {
    guard trouble == nil else { return }
    _ = attempt { (library) throws(LibraryError) in
      switch preference {
      case .outline(let isShown): try library.savePreference("outline", isShown ? 1 : 0)
      case .measure(let cells): try library.savePreference("measure", cells ?? 0)
      case .libraryOrder(let order): try library.savePreference("library-order", order.rawValue)
      // What an option or the configuration says.
      case .linear, .mouse: break
      }
    }
  }
}
