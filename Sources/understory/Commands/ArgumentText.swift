import ArgumentParser
import Paths

/// Arguments that are neither paths nor what is looked for: they are written into files.
///
/// Every argument comes as a path does, with escapes for bytes that are not UTF-8.
enum ArgumentText {
  /// The text of an argument.
  ///
  /// - Throws: where it is empty, or not UTF-8.
  static func checked(_ argument: String) throws -> String {
    guard !argument.isEmpty else { throw ValidationError("expected text, found nothing") }
    guard let text = String(validating: argument.pathBytes, as: UTF8.self) else {
      throw ValidationError("expected UTF-8")
    }
    return text
  }
}
