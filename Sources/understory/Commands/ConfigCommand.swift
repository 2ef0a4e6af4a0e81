import ArgumentParser
import Configuration
import Platform
import Paths
import TextGrid

/// `understory config`: explains the configuration file.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Check the configuration file, or print a commented default.",
    discussion: """
      The file is $XDG_CONFIG_HOME/understory/config.toml (~/.config if that is not set). Without an \
      option, prints its path and its problems.
      """)

  @Flag(name: .customLong("default"), help: "Print a file with every default commented out.")
  var printsDefault = false

  @Option(
    name: .customLong("check"),
    help: ArgumentHelp("The file to check. (default: your own)", valueName: "file"),
    completion: .file())
  var file: String?

  func run() throws {
    try reportingFailure {
      let themes = Themes(folder: UserFolder.themes).names
      if printsDefault {
        try Output.standard.writeLines { write in
          for line in SettingsFile.commented(themes: themes) { try write(line) }
        }
        return
      }
      guard let path = file ?? UserSettings.path else {
        throw Failure("no configuration folder: neither HOME nor XDG_CONFIG_HOME is set")
      }
      if file == nil, path.withPath({ access($0, F_OK) }) != 0 {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let hint =
          "create one with \"mkdir -p '\(folder)' && understory config --default > '\(path)'\""
        Output.standard.writeLine(SafeText("\(path): no such file; \(hint)"))
        return
      }
      let settings = try UserSettings.read(path, themes: themes)
      for problem in settings.problems {
        Output.error.writeLine("understory: " + SafeText(problem.message))
      }
      if !settings.problems.isEmpty { throw ExitCode.failure }
      Output.standard.writeLine(SafeText("\(path): no problems"))
    }
  }
}
