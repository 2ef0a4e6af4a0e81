import Reader
import Storage

extension MarkStore {
  /// What the reader chose in earlier visits.
  mutating func preferences() -> [Preference] {
    // A lock was waited for at the start.
    if trouble?.isPassing == true { return [] }
    var chosen: [Preference] = []
    _ = attempt { (library) throws(StorageError) in chosen = try library.chosen() }
    return chosen
  }

  /// Keeps what the reader chose; while nothing can be saved, it holds for this visit only.
  mutating func save(_ preference: Preference) {
    guard trouble == nil else { return }
    _ = attempt { (library) throws(StorageError) in try library.save(preference) }
  }
}
