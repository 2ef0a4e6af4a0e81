import Storage
import TextGrid

extension StorageError {
  /// That an index cannot be brought up to date, where it can be asked all the same; else nil.
  var staleness: SafeText? {
    switch self {
    case .locked:
      "another understory is updating the index; results may be incomplete"
    case .full, .moved: SafeText("the index is not up to date: \(reason)")
    case .damaged, .cannotMakeDirectory, .cannotOpen, .readOnly, .otherVersion, .notRegular,
      .neverVisited, .other:
      nil
    }
  }
}
