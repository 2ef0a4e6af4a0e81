import ArgumentParser
import DiscussionExport
import Reader
import TextGrid

/// `understory show [FILE…]`: prints a discussion as plain text.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the article and its comments as plain text, from top to bottom.")

  @Argument(
    help: """
      A discussion in any format that "understory formats" lists, or - for standard input; several \
      files are its parts. (default: the built-in sample)
      """)
  var files: [String] = []

  @Option(help: ArgumentHelp("How wide a line may be, in cells.", valueName: "cells"))
  var width = 80

  func validate() throws {
    guard width >= 10 else { throw ValidationError("--width: expected 10 or more, found \(width)") }
  }

  func run() throws {
    try reportingFailure {
      let (page, warning) = try InputFile.page(files)
      try Self.show(page, warning: warning, width: width)
    }
  }

  static func show(_ page: Page, warning: String?, width: Int = 80) throws {
    if let warning { Output.error.writeLine("understory: " + SafeText(warning)) }
    try Output.standard.writeLines { line in
      try PlainExport.write(page, columns: width, line: line)
    }
  }
}
