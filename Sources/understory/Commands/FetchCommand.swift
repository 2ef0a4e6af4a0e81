import ArgumentParser
import Configuration
import DiscussionModel
import Fetching
import Library
import Sites
import Storage
import TextGrid

/// `understory fetch`: asks sites for discussions, and keeps them.
struct FetchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Fetch discussions into the library, or update those you have.",
    discussion: """
      The exit status is 0 if anything new arrived, 3 if nothing is new, and 1 if something could not be \
      fetched; the rest is fetched all the same.

      --sources is for cron: it fetches the list of each source in the configuration, so that you can read it \
      without a network. With prefetch = N in the configuration, it also fetches those of the first N \
      discussions of each list that are new or have new comments.

      Requests are made with curl, at most one a second to each host. GITHUB_TOKEN is sent only to \
      api.github.com, and REDDIT_TOKEN only to oauth.reddit.com.
      """)

  /// The exit status if nothing is new.
  private static let nothingNew = ExitCode(3)
  /// For how many seconds a site that asks for it is left alone before it is asked again.
  private static let patience = 60

  @Argument(
    help: ArgumentHelp(
      "A link to a discussion, or the id of one in the library, or the beginning of its id.",
      valueName: "link or id"),
    completion: .discussion)
  var discussions: [String] = []

  @Flag(help: "All discussions that were fetched before, except muted ones.")
  var all = false

  @Flag(
    help:
      "The lists of all sources in the configuration, and as many of their discussions as prefetch says."
  )
  var sources = false

  @Flag(
    help: "Also fetch the article that each discussion links to, as text, unless you have it.")
  var article = false

  @Flag(name: .shortAndLong, help: "Report only changes and failures.")
  var quiet = false

  @Option(
    help: ArgumentHelp(
      """
      Save each response in this folder, for a report about a site: 001-HOST.json and so on, each with \
      a file of its address, status and headers. Tokens and cookies are left out. (default: none)
      """, valueName: "folder"), completion: .directory)
  var saveResponses: String?

  func validate() throws {
    if discussions.isEmpty, !all, !sources {
      throw ValidationError("expected links and ids, --all or --sources")
    }
    if all, !discussions.isEmpty {
      throw ValidationError("expected links and ids, or --all, not both")
    }
  }

  func run() throws {
    var outcome = Outcome()
    try reportingFailure {
      let settings = UserSettings.withoutThemes
      DiscussionLibrary.removeVisited(settings)
      var fetch = try LibraryFetch(patience: Self.patience, saved: saved())
      let (wanted, problems) = try all ? fetch.all() : (discussions, [])
      for problem in problems { Output.error.writeLine("understory: " + problem) }
      outcome.hasFailed = !problems.isEmpty
      if all, wanted.isEmpty, problems.isEmpty, !quiet {
        Output.error.writeLine(
          "Nothing in the library was fetched from a site: use \"understory fetch LINK\".")
      }
      for discussion in wanted {
        try outcome.attempt {
          // What is listed is an id, whatever it looks like.
          let link = all ? nil : LinkedFiles.link(discussion)
          return try take(
            link.map { try fetch.fetch(link: $0) }
              ?? fetch.fetch(id: discussion, keepsForGood: !all), &fetch)
        }
      }
      if sources { try self.fetch(settings, &fetch, &outcome) }
      if let problem = fetch.savingProblem { throw Self.failure(problem) }
    }
    if outcome.hasFailed { throw ExitCode.failure }
    if !outcome.hasNews { throw Self.nothingNew }
  }

  /// What came of all that was to be fetched.
  private struct Outcome {
    var hasNews = false
    var hasFailed = false

    /// Fetches something, and reports why it cannot be fetched.
    ///
    /// - Parameter work: fetches it; returns whether something new came.
    /// - Throws: what `work` throws, unless that is one line.
    mutating func attempt(_ work: () throws -> Bool) throws {
      do {
        if try work() { hasNews = true }
      } catch let failure as any LineError {
        Output.error.writeLine("understory: " + failure.line)
        hasFailed = true
      }
    }
  }

  /// Fetches the list of each source, and the first discussions of it.
  private func fetch(
    _ settings: Settings, _ fetch: inout LibraryFetch, _ outcome: inout Outcome
  ) throws {
    if settings.sources.isEmpty, !quiet {
      Output.error.writeLine(
        "No sources: list front pages below [sources] in the configuration file.")
    }
    for source in settings.sources {
      var rows: [FrontRow] = []
      try outcome.attempt {
        let (page, new) = try fetch.front(source.address)
        rows = try fetch.wanted(of: page, count: settings.prefetch)
        if new > 0 || !quiet {
          let news = new > 0 ? counted(new, "new title") : "nothing new"
          Output.standard.writeLine(SafeText("\(source.name): \(news)"))
        }
        return new > 0
      }
      for row in rows {
        try outcome.attempt { try take(fetch.fetch(listed: row), &fetch) }
      }
    }
  }

  /// Reports what was fetched, and fetches the article to which it links if that is wanted.
  ///
  /// - Returns: whether something new came.
  private func take(
    _ report: DiscussionLibrary.FetchReport, _ fetch: inout LibraryFetch
  ) throws -> Bool {
    tell(report)
    guard article, let found = try fetch.article(of: report.discussion) else {
      return report.hasNews
    }
    if found.isRead {
      Output.standard.writeLine(found.line)
    } else if !quiet {
      Output.error.writeLine("understory: " + found.line)
    }
    return report.hasNews || found.isRead
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
