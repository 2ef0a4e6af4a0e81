import Platform
import Paths
public import TextGrid

/// What keeps the library from doing what it was asked, as one line.
public struct LibraryError: LineError, Equatable {
  public let line: SafeText

  public init(_ line: SafeText) { self.line = line }

  /// What is wrong with a file.
  init(path: String, _ message: String) { line = SafeText("\(path): \(message)") }

  /// What the system does not let be done with a file.
  enum Operation: String {
    case reading = "read"
    case removing = "removed"
  }

  /// That the system does not let something be done with a file, and why: `number` is what errno says.
  init(path: String, _ operation: Operation, _ number: Int32) {
    self.init(path: path, "cannot be \(operation.rawValue): \(systemWords(for: number))")
  }
}
