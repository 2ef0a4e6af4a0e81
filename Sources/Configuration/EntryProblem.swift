/// Something in a file of the user's that is not as it must be.
public struct EntryProblem: Error, Equatable, Sendable {
  /// What messages call the file: its path, or that it is built in.
  public let file: String
  /// Where the entry is; nil if it is missing or cannot be found.
  public let place: TextPlace?
  /// The entry, such as `roles.title.color`; empty for the file as a whole.
  public let path: String
  public let text: String

  /// The whole, in one line.
  public var message: String {
    let place = place.map { ":\($0.line):\($0.column)" } ?? ""
    return "\(file)\(place): \(path.isEmpty ? "" : path + ": ")\(text)"
  }
}

/// A place in a text, 1-based; columns are Unicode scalars.
public struct TextPlace: Comparable, Hashable, Sendable {
  public let line: Int
  public let column: Int

  public static func < (one: TextPlace, other: TextPlace) -> Bool {
    (one.line, one.column) < (other.line, other.column)
  }
}
