import ArgumentParser
import Configuration
import DiscussionModel
import Fetching
import Platform
import Library
import Sites
import TextGrid

/// `understory front`: what a site lists on a front page.
struct FrontCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front",
    abstract: "List the discussions on a front page.",
    discussion: """
      Each line shows the points; the number of comments; for a discussion in the library, how many \
      comments are new since it was fetched (+12), how many are unread, or done; its link, and its title. In a \
      terminal, a line above names the columns. Discussions that you have hidden are left out. If the site \
      cannot be reached, the last list that was fetched is shown.

      A front page is a source in the configuration, by its name there; or one of \
      \(FrontName.known.joined(separator: ", ")); or an address: \
      of one of those, or on any host, of a Discourse forum (/latest, /top, /c/CATEGORY, /tag/TAG), a \
      Lemmy or PieFed server (/c/COMMUNITY), a Mastodon server (/explore, /tags/TAG), a repository \
      on Forgejo or Gitea (/OWNER/REPO/issues), a project on GitLab (/GROUP/PROJECT/-/issues), or a \
      feed (RSS, Atom). A page of a site's search results is one too, such as \
      https://hn.algolia.com/?q=WORDS. Without a front page, this lists sources and names, and requests \
      nothing.

      The fields of --plain are rank, points, comments, new comments, date, title and link; without a front \
      page, they are name, page and address.
      """)

  @Argument(
    help: ArgumentHelp(
      "The name or the address of a front page. (default: list the names)", valueName: "page"),
    completion: .front)
  var name: String?

  @Flag(help: "As JSON, with the address of the next page.")
  var json = false

  @Flag(help: "As lines of fields separated by tabs, for scripts.")
  var plain = false

  func validate() throws {
    if json, plain { throw ValidationError("expected --json or --plain, not both") }
  }

  func run() throws {
    try reportingFailure {
      let settings = UserSettings.withoutThemes
      guard let name else { return try list(FrontNames(settings)) }
      let library = try DiscussionLibrary.usual(.ofCommands)
      let (front, problem) = try Self.fetched(
        try FrontNames(settings).address(of: name), into: library)
      if let problem { Output.error.writeLine("understory: " + problem) }
      let hidden = (try? library.fronts.hidden(among: front.page.rows.map(\.link))) ?? []
      let report = FrontReport(
        front,
        KnownDiscussions(
          (try? library.contents())?.discussions ?? [],
          stated: (try? library.fronts.stated(among: front.page.rows.map(\.link))) ?? [:]),
        hidden: hidden,
        visitedDays: settings.visitedDays, at: WallClock.now)
      if json { return try Output.standard.writeAll(report.json) }
      if plain { return try Output.standard.writeAll(TabbedLines.bytes(report.fields)) }
      try Self.write((Output.standard.isTerminal ? [report.heading] : []) + report.lines)
    }
  }

  private static func write(_ lines: [SafeText]) throws {
    try Output.standard.writeLines { write in
      for line in lines { try write(line) }
    }
  }

  private func list(_ names: FrontNames) throws {
    if json { return try Output.standard.writeAll(names.json) }
    if plain { return try Output.standard.writeAll(TabbedLines.bytes(names.fields)) }
    try Self.write(names.lines)
  }

  /// A front page as its site lists it now, which is kept; or as it was, and why it is no newer.
  ///
  /// - Throws: ``Failure`` if there is none at all, and the exit status if a signal ends it.
  private static func fetched(
    _ address: String, into library: DiscussionLibrary
  ) throws -> (front: FrontShelf.KeptFront, problem: SafeText?) {
    var run = FetchRun()
    switch try run.fetch(FrontVisit(url: address), name: FetchError.host(of: address)) {
    case .success(let page):
      let now = WallClock.now
      // The list was requested, and is shown even if it cannot be kept.
      try? library.fronts.keep(page, at: address, now: now)
      return (FrontShelf.KeptFront(page: page, fetched: now), nil)
    case .failure(let error):
      let problem = SafeText(error.message)
      guard let kept = try? library.fronts.kept(address) else { throw Failure(problem) }
      let time = SafeText(LocalTime.text(kept.fetched))
      return (kept, problem + "; showing the list of " + time)
    }
  }
}
