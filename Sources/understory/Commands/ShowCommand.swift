import ArgumentParser
import Configuration
import DiscussionExport
import Reader
import TextGrid

/// `understory show [FILE…]`: prints a discussion as plain text, or its first screen as a picture.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the article and its comments as plain text, or draw the screen as an SVG.",
    discussion: """
      As plain text it is the whole discussion, from top to bottom. As an SVG it is the screen as \
      the reader shows it at first; what was read before is not looked at.
      """)

  @Argument(
    help: """
      A discussion in any format that "understory formats" lists, or - for standard input; several \
      files are its parts. (default: the built-in sample)
      """)
  var files: [String] = []

  @Option(help: ArgumentHelp("plain, or svg for a picture of the screen.", valueName: "format"))
  var format = Format.plain

  @Option(help: ArgumentHelp("How wide a line may be, in cells. (default: 80)", valueName: "cells"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      "With svg: a theme, or a file with one. (default: the configuration's, or dark)",
      valueName: "name or file"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "With svg: the screen's columns and rows, each from 1 to 1000. (default: 80x24)",
      valueName: "columns x rows"))
  var size: PictureSize?

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case svg
  }

  func validate() throws {
    if let width, width < 10 {
      throw ValidationError("--width: expected 10 or more, found \(width)")
    }
    switch format {
    case .svg:
      if width != nil { throw ValidationError("--width: expected with --format plain; see --size") }
      if let theme, !LooksOptions.isFile(theme) { try Self.expectTheme(named: theme) }
    case .plain:
      if theme != nil { throw ValidationError("--theme: expected with --format svg") }
      if size != nil { throw ValidationError("--size: expected with --format svg; see --width") }
    }
  }

  private static func expectTheme(named name: String) throws {
    let known = Themes(folder: ConfigurationDirectory.themes).names
    guard !known.contains(name) else { return }
    throw ValidationError("--theme: " + ThemeError.unknownName(name, known: known).message)
  }

  func run() throws {
    try reportingFailure {
      switch format {
      case .plain:
        let (page, warning) = try page()
        try Self.show(page, warning: warning, width: width ?? 80)
      case .svg: try draw()
      }
    }
  }

  private func page() throws -> (page: Page, warning: String?) {
    let linked = try LinkedFiles(files)
    for line in linked.warnings { Output.error.writeLine("understory: " + line) }
    return try InputFile.page(linked.files)
  }

  static func show(_ page: Page, warning: String?, width: Int = 80) throws {
    if let warning { Output.error.writeLine("understory: " + SafeText(warning)) }
    try Output.standard.writeLines { line in
      try PlainExport.write(page, columns: width, line: line)
    }
  }

  private func draw() throws {
    let themes = Themes(folder: ConfigurationDirectory.themes).names
    let (settings, problems) = UserSettings.load(themes: themes)
    let theme = try LooksOptions.theme(theme, settings)
    let (page, warning) = try page()
    for line in [warning.map { SafeText($0) }].compactMap({ $0 }) + problems {
      Output.error.writeLine("understory: " + line)
    }
    let frame = FirstScreen.frame(
      page, size: (size ?? PictureSize.usual).grid, theme: theme, settings: settings)
    try Output.standard.writeLines { line in
      for text in PictureExport.lines(frame, theme: theme) { try line(text) }
    }
  }
}
