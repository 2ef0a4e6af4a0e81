/// An error that is reported in one line.
public protocol LineError: Error {
  var line: SafeText { get }
}
