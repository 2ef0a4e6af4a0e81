import ArgumentParser
import TextGrid

/// `understory completions SHELL`: prints what a shell reads to complete commands.
struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script that completes understory's commands in a shell.",
    discussion: """
      In bash: eval "$(understory completions bash)". In zsh: understory completions zsh > _understory in a \
      folder of fpath. In fish: understory completions fish > ~/.config/fish/completions/understory.fish. \
      Installing understory also installs all of them.
      """)

  @Argument(help: "The shell: bash, zsh or fish.", completion: .list(CompletionScript.names))
  var shell: CompletionScript

  func run() throws {
    try reportingFailure { try Output.standard.writeAll(Array((shell.text + "\n").utf8)) }
  }
}

extension CompletionScript: ExpressibleByArgument {
  static var names: [String] { allCases.map(\.rawValue) }
}

/// `understory complete -- WORD…`: what a completion script asks.
///
/// The first line says whether paths may come too: `none`, `files` or `folders`. Each other line is
/// what may stand for the last word, a tab, and what it is.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete", abstract: "List completions for a completion script.",
    shouldDisplay: false)

  @Argument(parsing: .postTerminator, help: "What is typed after the program's name.")
  var words: [String] = []

  func run() throws {
    try reportingFailure {
      let completion = WordCompletion(of: words, in: try CommandTree.whole(), asking: Self.ask)
      var text = completion.paths.rawValue + "\n"
      for candidate in completion.candidates {
        // What is not what it would seem is not offered.
        guard SafeText(candidate.text).string == candidate.text else { continue }
        text += candidate.text + "\t" + SafeText(candidate.about).string + "\n"
      }
      try Output.standard.writeAll(Array(text.utf8))
    }
  }

  /// Asks the parser, which answers as it ends.
  private static func ask(_ commands: [String], _ parameter: String, _ start: String) -> [String] {
    let words = ["---completion"] + commands + ["--", parameter, "0", "\(start.count)", start]
    do {
      _ = try Understory.parseAsRoot(words)
      return []
    } catch {
      guard Understory.exitCode(for: error) == .success else { return [] }
      return Understory.message(for: error).split(separator: "\n").map(String.init)
    }
  }
}
