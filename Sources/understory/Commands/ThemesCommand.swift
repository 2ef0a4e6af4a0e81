import ArgumentParser
import Configuration
import Reader
import TextGrid

/// `understory themes`: lists the themes, or checks a file with one.
struct ThemesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, or check a theme file.",
    discussion: """
      The files NAME.toml in $XDG_CONFIG_HOME/understory/themes are themes too. --check reports \
      each problem of a theme in a line or, if there is none, each role that is hard to read; the exit \
      status is then 1.
      """)

  @Option(
    help: ArgumentHelp(
      "Report all problems of a theme, or of a theme file. (default: list the themes)",
      valueName: "name or file"),
    completion: .file())
  var check: String?

  func run() throws {
    try reportingFailure {
      let themes = Themes(folder: UserFolder.themes)
      if let check { try Self.check(check, themes) } else { Self.list(themes) }
    }
  }

  private static func check(_ name: String, _ themes: Themes) throws {
    do throws(ThemeError) {
      let isFile = AppearanceOptions.isFile(name)
      let problems = isFile ? try themes.problems(at: name) : try themes.problems(named: name)
      for problem in problems { Output.standard.writeLine(SafeText(problem.message)) }
      if problems.isEmpty {
        Output.standard.writeLine(SafeText("\(name): no problems"))
        return
      }
    } catch {
      throw Failure(SafeText(error.message))
    }
    throw ExitCode.failure
  }

  /// One row for each: name, background, what it is, and the file of one of the user's own.
  private static func list(_ themes: Themes) {
    let widest = themes.names.map { SafeText($0).width }.max() ?? 0
    for name in themes.names {
      let blanks = SafeText(String(repeating: " ", count: widest + 2 - SafeText(name).width))
      let start = SafeText(name) + blanks
      let path = themes.path(of: name).map { "  \($0)" } ?? ""
      do throws(ThemeError) {
        let background = try themes.theme(named: name).isDark ? "dark   " : "light  "
        let about = try themes.about(name) ?? ""
        Output.standard.writeLine(start + SafeText(background + about + path))
      } catch {
        Output.standard.writeLine(start + SafeText("wrong  " + error.message))
      }
    }
  }
}
