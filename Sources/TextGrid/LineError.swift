/// An error that is told in one line.
public protocol LineError: Error {
  var line: SafeText { get }
}
