import ArgumentParser
import TextGrid

/// `understory manual`: prints the page for man.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, for man.",
    discussion: "understory manual | man -l - shows it.")

  func run() throws {
    try reportingFailure {
      let lines = ManualPage.lines(of: try CommandTree.whole())
      try Output.standard.writeAll(Array(lines.map { $0 + "\n" }.joined().utf8))
    }
  }
}
