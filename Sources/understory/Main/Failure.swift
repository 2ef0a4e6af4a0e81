import ArgumentParser
import DiscussionModel
import JSONText
import Paths
import TextGrid

/// What keeps the program from doing what it was asked, as one line.
struct Failure: LineError {
  let line: SafeText

  init(_ line: SafeText) { self.line = line }

  /// What is wrong with a file, and where: the path, the line and column if known, the expectation.
  init(path: String, at position: TextPosition? = nil, _ message: String) {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    line = SafeText("\(path)\(place): \(message)")
  }

  /// What the system does not let be done with a file.
  enum Operation: String {
    case reading = "read"
    case writing = "written"
    case removing = "removed"
  }

  /// That the system does not let something be done with a file, and why.
  ///
  /// - Parameters:
  ///   - path: the file's.
  ///   - operation: what was to be done.
  ///   - number: what errno says.
  init(path: String, _ operation: Operation, _ number: Int32) {
    self.init(path: path, "cannot be \(operation.rawValue): \(systemWords(for: number))")
  }
}

/// Runs what a command does; a failure is told in one line on standard error, with status 1.
///
/// - Parameters:
///   - name: what the line begins with.
///   - work: what the command does.
/// - Throws: the exit status, once the failure is reported; and anything else that `work` throws.
func reportingFailure(as name: SafeText = "understory: ", _ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as any LineError {
    Output.error.writeLine(name + failure.line)
    throw ExitCode.failure
  }
}
