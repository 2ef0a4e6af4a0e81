import Configuration
import Reader
import Storage

/// What the reader chose, under the names by which it is kept.
extension MarksDatabase {
  func chosen() throws(StorageError) -> [Preference] {
    let values = try preferences()
    return [
      values["outline"].map { .outline($0 == 1) },
      // 0 is for as wide as the screen.
      values["measure"].flatMap { value in
        value == 0 ? .measure(nil) : Settings.widths.contains(value) ? .measure(value) : nil
      },
      values["library-order"].flatMap { LibraryOrder(rawValue: $0) }.map { .libraryOrder($0) },
    ].compactMap { $0 }
  }

  func save(_ preference: Preference) throws(StorageError) {
    switch preference {
    case .outline(let isShown): try savePreference("outline", isShown ? 1 : 0)
    case .measure(let cells): try savePreference("measure", cells ?? 0)
    case .libraryOrder(let order): try savePreference("library-order", order.rawValue)
    // What an option or the configuration says.
    case .linear: break
    }
  }
}
