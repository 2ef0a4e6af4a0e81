import ArgumentParser
import Sites
import TextGrid

/// `understory formats`: lists what can be read, and how to get it.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats", abstract: "List the supported formats, and how to get each.")

  func run() throws {
    try Output.standard.writeLines { line in
      for (place, format) in DiscussionFormat.allCases.enumerated() {
        if place > 0 { try line("") }
        try line(SafeText("\(format.rawValue): \(format.title)"))
        for command in format.commands { try line(SafeText("    \(command)")) }
      }
    }
  }
}
