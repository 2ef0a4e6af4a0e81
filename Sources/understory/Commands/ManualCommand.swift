import ArgumentParser
import TextGrid

/// `understory manual [TOPIC]`: prints a page for man.
struct ManualCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "manual",
    abstract: "Print the manual page, or that of a topic, for man.",
    discussion: "understory manual keys | man -l - shows the page understory-keys(7).")

  @Argument(
    help: "A topic: \(names.joined(separator: ", ")). (default: the page of the program)",
    completion: .list(names))
  var topic: String?

  /// The topics that have pages.
  private static var names: [String] { HelpTopic.pages.map(\.rawValue) }

  func run() throws {
    let page = HelpTopic.pages.first { $0.rawValue == topic }
    if let topic, page == nil {
      throw ValidationError("There is no manual page for '\(topic)'.")
    }
    try reportingFailure {
      let lines =
        if let page {
          TopicPage.lines(of: page)
        } else {
          ManualPage.lines(of: try CommandTree.whole())
        }
      try Output.standard.writeAll(Array(lines.map { $0 + "\n" }.joined().utf8))
    }
  }
}
