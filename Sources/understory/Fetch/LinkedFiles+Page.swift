import Reader
import TextGrid

extension LinkedFiles {
  /// The discussion in the arguments of a command that prints it, links among them fetched.
  ///
  /// What is to be told of that goes to standard error.
  ///
  /// - Throws: ``Failure`` where there is no discussion.
  static func page(_ arguments: [String]) throws -> Page {
    let linked = try LinkedFiles(arguments)
    let (page, warning) = try InputFile.page(linked.files)
    for line in linked.warnings + [warning.map { SafeText($0) }].compactMap({ $0 }) {
      Output.error.writeLine("understory: " + line)
    }
    return page
  }
}
