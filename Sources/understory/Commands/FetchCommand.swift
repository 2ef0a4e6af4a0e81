import ArgumentParser
import Fetching
import Library
import Storage
import TextGrid

/// `understory fetch`: asks sites for discussions, and keeps them.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch discussions into the library, or update those you have.",
    discussion: """
      The exit status is 0 where something new came, 3 where nothing is new, and 1 where something \
      could not be fetched; the others are fetched all the same.

      Sites are asked through curl, one question a second at most. GITHUB_TOKEN is sent to \
      api.github.com and REDDIT_TOKEN to oauth.reddit.com, and to no other host.
      """)

  /// The exit status where nothing is new.
  private static let nothingNew = ExitCode(3)
  /// For how many seconds a site that asks for it is left alone before it is asked again.
  private static let patience = 60

  @Argument(
    help: "A link to a discussion, or the id of one in the library, or the beginning of an id.",
    completion: .discussion)
  var discussions: [String] = []

  @Flag(help: "All discussions that were fetched before, except muted ones.")
  var all = false

  @Flag(
    help: "Also fetch the article that each discussion links to, as text, if it is not kept yet.")
  var article = false

  @Flag(name: .shortAndLong, help: "Report only changes and failures.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      """
      Write each response into this folder, for a report about a site: 001-HOST.json and so on, and \
      beside it what was requested, the status and the headers. Tokens and cookies are left out. \
      (default: none)
      """, valueName: "folder"), completion: .directory)
  var saveResponses: String?

  func validate() throws {
    if discussions.isEmpty != all {
      throw ValidationError("expected links and ids, or --all")
    }
  }

  func run() throws {
    var (hasNews, hasFailed) = (false, false)
    try reportingFailure {
      DiscussionLibrary.removeVisited()
      var fetch = try LibraryFetch(patience: Self.patience, saved: saved())
      let (wanted, problems) = try all ? fetch.all() : (discussions, [])
      for problem in problems { Output.error.writeLine("understory: " + problem) }
      hasFailed = !problems.isEmpty
      if wanted.isEmpty, problems.isEmpty, !quiet {
        Output.error.writeLine(
          "Nothing in the library was fetched from a site: use \"understory fetch LINK\".")
      }
      for discussion in wanted {
        do {
          let report =
            try LinkedFiles.isLink(discussion)
            ? fetch.fetch(link: discussion) : fetch.fetch(id: discussion, keepsForGood: !all)
          tell(report)
          hasNews = hasNews || report.hasNews
          guard article, let found = try fetch.article(of: report.discussion) else { continue }
          hasNews = hasNews || found.isRead
          if found.isRead {
            Output.standard.writeLine(found.line)
          } else if !quiet {
            Output.error.writeLine("understory: " + found.line)
          }
        } catch let failure as any LineError {
          Output.error.writeLine("understory: " + failure.line)
          hasFailed = true
        }
      }
      if let problem = fetch.savingProblem { throw Self.failure(problem) }
    }
    if hasFailed { throw ExitCode.failure }
    if !hasNews { throw Self.nothingNew }
  }

  /// Where responses are written down; nil if nowhere.
  private func saved() throws -> SavedResponses? {
    guard let saveResponses else { return nil }
    do throws(SavedResponses.Problem) {
      return try SavedResponses(folder: saveResponses)
    } catch {
      throw Self.failure(error)
    }
  }

  private static func failure(_ problem: SavedResponses.Problem) -> Failure {
    Failure(path: problem.path, .writing, problem.number)
  }

  private func tell(_ report: DiscussionLibrary.FetchReport) {
    for warning in report.warnings { Output.error.writeLine("understory: " + warning) }
    if report.hasNews || !quiet { Output.standard.writeLine(report.line) }
  }
}
