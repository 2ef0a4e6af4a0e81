import ArgumentParser
import Configuration
import DiscussionExport
import DiscussionModel
import Library
import Reader
import TextGrid

/// `understory show DISCUSSION`: prints a discussion, or its first screen as a picture.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print the article and its comments, or some of them, in one of several formats.",
    discussion: """
      The article that a discussion links to is printed with it, if it was fetched.

      Options that choose comments can be combined: all of them must match. If the parent of a comment \
      is not printed, a line says who wrote it and how it begins. With svg, this prints the screen as \
      the reader first shows it or, with --script, a picture that moves as keys are pressed; marks are \
      neither read nor written.
      """)

  @Argument(help: .discussionToShow, completion: .discussion)
  var files: [String]

  @OptionGroup var limit: LimitOption

  @Option(
    help: ArgumentHelp(
      """
      plain text, markdown as GitHub shows it, understory's own json, an html page that loads \
      nothing, or svg for a picture of the screen.
      """, valueName: "format"))
  var format = Format.plain

  @OptionGroup(title: "Which comments") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "With plain: the width of a line, in cells. (default: 80)", valueName: "cells"))
  var width: Int?

  @Option(
    help: ArgumentHelp(
      """
      With html and svg: a theme, or a file with one. (default: html and moving pictures are light or \
      dark as the browser asks; a still svg has the configured theme, or dark)
      """, valueName: "name or file"), completion: .theme)
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "With svg: the screen's columns and rows, each from 1 to 1000. (default: 80x24)",
      valueName: "columns x rows"))
  var size: PictureSize?

  @Option(
    help: ArgumentHelp(
      """
      With svg: a file with keys to press, for a picture that moves; "understory help output" \
      explains it. (default: no keys, one screen)
      """, valueName: "file"), completion: .file())
  var script: String?

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain
    case markdown
    case json
    case html
    case svg
  }

  func validate() throws {
    if let width, width < 10 {
      throw ValidationError("--width: expected 10 or more, found \(width)")
    }
    if let width { try Self.expect(width: width) }
    if width != nil, format != .plain {
      let instead = format == .svg ? "; see --size" : ""
      throw ValidationError("--width: expected with --format plain\(instead)")
    }
    if size != nil, format != .svg {
      throw ValidationError("--size: expected with --format svg; see --width")
    }
    if script != nil, format != .svg {
      throw ValidationError("--script: expected with --format svg")
    }
    if format == .svg, let option = selection.first {
      throw ValidationError("\(option): not available with --format svg")
    }
    guard let theme else { return }
    if format != .svg, format != .html {
      throw ValidationError("--theme: expected with --format svg or html")
    }
    if !AppearanceOptions.isFile(theme) { try Self.expectTheme(named: theme) }
  }

  /// The widest line, in cells: more than any screen has.
  private static let widest = 100_000

  /// - Throws: what is expected, if a line of this many cells is too wide.
  static func expect(width: Int) throws {
    guard width > widest else { return }
    throw ValidationError("--width: expected at most \(widest), found \(width)")
  }

  private static func expectTheme(named name: String) throws {
    let known = Themes(folder: UserFolder.themes).names
    guard !known.contains(name) else { return }
    throw ValidationError("--theme: " + ThemeError.unknownName(name, known: known).message)
  }

  func run() throws {
    try reportingFailure {
      if format == .svg { return try draw() }
      let colors = try pageThemes()
      let excerpt = try selection.excerpt(of: try LinkedFiles.page(files))
      if format == .json {
        return try Output.standard.writeAll(DiscussionFile.encode(excerpt.discussion))
      }
      try Output.standard.writeLines(isForTerminal: format == .plain) { line in
        switch format {
        case .plain: try PlainExport.write(excerpt, columns: width ?? 80, line: line)
        case .markdown: try MarkdownExport.write(excerpt, line: line)
        case .html:
          try HTMLExport.write(excerpt, theme: colors.theme, dark: colors.dark, line: line)
        case .json, .svg: break
        }
      }
    }
  }

  /// The colours of a page, and those for readers whose system is dark.
  private func pageThemes() throws -> (theme: Theme, dark: Theme?) {
    if let theme { return (try AppearanceOptions.theme(theme, Settings()), nil) }
    return (
      try AppearanceOptions.theme("light", Settings()),
      try AppearanceOptions.theme("dark", Settings())
    )
  }

  /// Prints a picture that moves.
  private func draw(script path: String, _ settings: Settings) throws {
    let (theme, dark) = try pageThemes()
    let themes = [theme, dark].compactMap { $0 }
    let text = String(
      decoding: try InputFile.bytes(path, limit: .configuration), as: UTF8.self)
    do {
      let script = try PictureScript(text)
      let now = script.time ?? WallClock.now
      // The sample is always as old as at that time.
      let page =
        files == [Sample.id] ? Page(try Sample.discussion(at: now)) : try LinkedFiles.page(files)
      let (state, layout) = FirstScreen.begin(
        page, size: (size ?? PictureSize.usual).grid, settings: settings, now: now)
      let screens = try ScriptedReading.screens(script, state, layout, themes: themes) {
        settings.usesASCII ? $0.inASCII(keepsText: true) : $0
      }
      let picture = MovingPicture(screens, themes: themes, still: script.still)
      try Output.standard.writeLines { line in for text in picture.lines { try line(text) } }
    } catch let problem as PictureScript.Problem {
      throw Failure(SafeText("\(path):\(problem.line): \(problem.message)"))
    }
  }

  /// Prints a page as plain text.
  static func show(_ page: Page, warning: String?) throws {
    if let warning { Output.error.writeLine("understory: " + SafeText(warning)) }
    try Output.standard.writeLines { line in
      try PlainExport.write(Excerpt(page), columns: 80, line: line)
    }
  }

  private func draw() throws {
    let themes = Themes(folder: UserFolder.themes).names
    let (settings, problems) = UserSettings.load(themes: themes)
    for line in problems { Output.error.writeLine("understory: " + line) }
    if let script { return try draw(script: script, settings) }
    let theme = try AppearanceOptions.theme(theme, settings)
    let page = try LinkedFiles.page(files)
    let frame = FirstScreen.frame(
      page, size: (size ?? PictureSize.usual).grid, theme: theme, settings: settings)
    try Output.standard.writeLines { line in
      for text in PictureExport.lines(frame, theme: theme) { try line(text) }
    }
  }
}

/// A screen's size on the command line, such as `100x30`.
struct PictureSize: ExpressibleByArgument {
  let grid: GridSize

  static let usual = PictureSize(grid: GridSize(columns: 80, rows: 24))
  /// The largest number of columns, and of rows.
  private static let largest = 1000

  private init(grid: GridSize) { self.grid = grid }

  /// - Parameter argument: columns, an x, rows, each from 1 to 1000; nil for all else.
  init?(argument: String) {
    let numbers = argument.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let columns = numbers[0], let rows = numbers[1],
      1...Self.largest ~= columns, 1...Self.largest ~= rows
    else { return nil }
    grid = GridSize(columns: columns, rows: rows)
  }
}
