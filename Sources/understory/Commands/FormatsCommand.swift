import ArgumentParser
import Sites
import TextGrid

/// `understory formats`: lists what can be read, and how to get it; then the sites whose links can be opened.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the supported formats and sites, and how to get each format.")

  @Flag(help: "Only the sites, and what opens there, as a table in Markdown.")
  var markdown = false

  func run() throws {
    try Output.standard.writeLines { line in
      if markdown {
        for row in Self.table { try line(SafeText(row)) }
        return
      }
      for format in DiscussionFormat.allCases {
        try line(SafeText("\(format.rawValue): \(format.title)"))
        for command in format.commands { try line(SafeText("    \(command)")) }
        try line("")
      }
      for text in TopicLines.lines(of: .sites) { try line(text) }
    }
  }

  /// A row for each site, below the names of the columns.
  private static var table: [String] {
    let columns = SiteAbout.shortColumns
    let rows = [columns, columns.map { _ in "---" }] + SiteAbout.all.map(\.shortRow)
    return rows.map { "| \($0.joined(separator: " | ")) |" }
  }
}
