import ArgumentParser
import DiscussionModel
import Glibc
import JSONText
import TextGrid

/// What keeps the program from doing what it was asked, as one line.
struct Failure: Error {
  let line: SafeText

  init(_ line: SafeText) { self.line = line }

  /// What is wrong with a file, and where: the path, the line and column if known, the expectation.
  init(path: String, at position: TextPosition? = nil, _ message: String) {
    let place = position.map { ":\($0.line):\($0.column)" } ?? ""
    line = SafeText("\(path)\(place): \(message)")
  }
}

/// Runs what a command does; a failure is told in one line on standard error, with status 1.
func reportingFailure(_ work: () throws -> Void) throws {
  do {
    try work()
  } catch let failure as Failure {
    Output.error.writeLine("understory: " + failure.line)
    throw ExitCode.failure
  }
}
