import ArgumentParser
import Configuration
import DiscussionModel
import Platform
import Library
import Reader
import TextGrid

/// `understory [FILE…]`: reads a discussion on the whole screen.
struct OpenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: "Read a discussion on the whole screen (the default command).",
    discussion: """
      If standard output is not a terminal, prints the discussion as "show" does, or the library as \
      "list" does.
      """)

  @Argument(
    help: ArgumentHelp(
      """
      A link to a discussion, which is fetched into the library; or the id of one that is there; or \
      a file in any format that "understory formats" lists, or - for standard input; several files \
      are its parts. (default: the library)
      """, valueName: "discussion"),
    completion: .discussion)
  var files: [String] = []

  @OptionGroup var limit: LimitOption

  @OptionGroup var looks: AppearanceOptions

  @Flag(help: "Start at the top instead of where the last visit ended.")
  var top = false

  @Flag(
    help:
      "Show one comment at a time, with who replies to whom, its state and its place in words, for screen readers and braille displays."
  )
  var linear = false

  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      """
      Print one comment at a time, in words, and read commands line by line: nothing is drawn. \
      (default: in a terminal if ACCESSIBLE is set or TERM is dumb)
      """))
  var append: Bool?

  /// Whether everything is printed line by line.
  private var isAppended: Bool {
    if let append { return append }
    guard isatty(STDOUT_FILENO) == 1, isatty(STDIN_FILENO) == 1 || files.contains("-"), !linear
    else { return false }
    return UserFolder.isAccessible || UserFolder.variable("TERM") == "dumb"
  }

  func run() throws {
    let isAppended = isAppended
    // What is said before the first comment, and by programs that are started, is plain too.
    if isAppended { setenv("ACCESSIBLE", "1", 1) }
    try reportingFailure(as: isAppended ? "Error: " : "understory: ") {
      let themes = Themes(folder: UserFolder.themes).names
      let (settings, problems) = UserSettings.load(themes: themes)
      let isTerminal = isatty(STDOUT_FILENO) == 1 && UserFolder.variable("TERM") != "dumb"
      let usesScreen = isAppended || isTerminal
      // Who prints needs none, and hears of one that was asked for.
      let (theme, problem) =
        usesScreen || looks.theme == nil
        ? try looks.usableTheme(settings) : (try looks.chosenTheme(settings), nil)
      if files.isEmpty, !usesScreen { return try ListCommand.list() }
      let notices = [UserSettings.notice(of: problems), problem].compactMap { $0 }
      let linked = try LinkedFiles(files, opensAtOnce: usesScreen)
      let files = try linked.files.enumerated().map { (index, file) throws in
        try InputFile.path(of: file) { index == 0 ? CommandAdvice.call(for: $0) : nil }
      }
      // Whoever names a comment waits until that is there.
      let start =
        usesScreen && !isAppended && files.count == 1 && !linked.mayNameComment
        ? FileBeginning(files[0]) : nil
      let (page, warning) =
        try start.map { ($0.page, nil) } ?? linked.page(of: files.isEmpty ? [Sample.id] : files)
      guard usesScreen else {
        for line in linked.warnings { Output.error.writeLine("understory: " + line) }
        try ShowCommand.show(page, warning: warning)
        return
      }
      let request = DiscussionScreen.Request(
        page: page,
        path: files.count == 1 && !["-", Sample.id].contains(files[0]) ? files[0] : nil,
        savedFile: linked.saved?.file, isKept: files.count == 1 && DiscussionLibrary.has(files[0]),
        warnings: linked.warnings + [warning.map { SafeText($0) }].compactMap { $0 } + notices,
        startsAtTop: top, comment: linked.comment(in: page.discussion),
        link: linked.linkToFetch, whole: start?.whole)
      if files.isEmpty { DiscussionLibrary.removeVisited(settings) }
      let status = try Application.run(
        library: files.isEmpty ? notices : nil, files.isEmpty ? nil : request,
        Appearance(
          theme: theme, useColors: looks.useColors, settings: settings,
          presentation: isAppended
            ? .lines(files.contains("-") ? .terminal : .standardInput)
            : linear ? .linear : .screen),
        linked.polite)
      if status != 0 { throw ExitCode(status) }
    }
  }
}

extension OpenCommand {
  /// The command for arguments that are nothing but files and links, as the parser would make it.
  ///
  /// - Returns: nil for what may be an option or the name of another command: of those none has a slash, a point or
  ///   a colon.
  static func plain(_ arguments: [String]) -> OpenCommand? {
    let marks = "/.:"
    guard arguments.allSatisfy({ !$0.hasPrefix("-") }),
      arguments.first.map({ $0.contains { marks.contains($0) } }) ?? true
    else { return nil }
    // Within an initializer these would be default values of a command that is still to be parsed.
    var size = LimitOption()
    size.limit = nil
    var appearance = AppearanceOptions()
    appearance.theme = nil
    appearance.color = .auto
    var command = OpenCommand()
    command.files = arguments
    command.limit = size
    command.looks = appearance
    command.top = false
    command.linear = false
    command.append = nil
    return command
  }
}
