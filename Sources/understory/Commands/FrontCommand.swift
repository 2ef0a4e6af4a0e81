import ArgumentParser
import DiscussionModel
import Fetching
import Glibc
import JSONText
import Library
import Reader
import Sites
import Storage
import TextGrid

/// `understory front`: what a site lists on a front page.
struct FrontCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "front",
    abstract: "List the discussions on a front page.",
    discussion: """
      In each line: the points; how many comments there are; of a discussion in the library how many \
      came since it was fetched (+12), how many are unread, or done; its link, and its title. In a \
      terminal a line above names the columns.

      A front page is one of \(FrontName.known.joined(separator: ", ")), or the address of one: \
      of those, or on any host, of a Discourse forum (/latest, /top, /c/CATEGORY, /tag/TAG), a \
      Lemmy or PieFed server (/c/COMMUNITY), a Mastodon server (/explore, /tags/TAG), a repository \
      on Forgejo or Gitea (/OWNER/REPO/issues), or a feed (RSS, Atom).
      """)

  @Argument(help: ArgumentHelp("The name or the address of a front page.", valueName: "page"))
  var name: String

  @Flag(help: "As JSON, with the address of the next page.")
  var json = false

  func run() throws {
    try reportingFailure {
      let (visit, address) = try Self.visit(name)
      var run = FetchRun()
      let page: FrontPage
      switch try run.fetch(visit, name: FetchError.host(of: address)) {
      case .success(let listed): page = listed
      case .failure(let error): throw Failure(SafeText(error.message))
      }
      let known = KnownDiscussions(
        (try? DiscussionLibrary.usual(.ofCommands).contents().discussions) ?? [])
      if json {
        try Output.standard.writeAll(Self.encoded(page, known))
      } else {
        let lines = Self.lines(page.rows, known)
        try Output.standard.writeLines { line in
          for text in Output.standard.isTerminal ? lines : Array(lines.dropFirst()) {
            try line(text)
          }
        }
      }
    }
  }

  private static func visit(_ name: String) throws -> (visit: FrontVisit, address: String) {
    do throws(SiteError) {
      let address = try FrontName(name).address
      return (try FrontVisit(url: address), address)
    } catch {
      throw Failure(SafeText("\(name): \(error.message)"))
    }
  }

  /// The names of the columns, and a line for each discussion.
  private static func lines(_ rows: [FrontRow], _ known: KnownDiscussions) -> [SafeText] {
    let links = rows.map { SafeText($0.link) }
    // One that is very long sticks out, and does not push all others away.
    let width = links.map(\.width).filter { $0 <= 60 }.max() ?? 0
    func line(
      _ score: String, _ size: String, _ news: String, _ link: SafeText, _ title: SafeText
    ) -> SafeText {
      let space = SafeText(String(repeating: " ", count: max(0, width - link.width)))
      return SafeText("\(padded(score)) \(padded(size)) \(padded(news))  ") + link + space + "  "
        + title
    }
    return [line("POINTS", "ALL", "NEW", "LINK", "TITLE")]
      + zip(rows, links).map { row, link in
        let news = known[row.link].map { Self.news(of: $0, in: row) } ?? ""
        var title = row.title
        if !row.labels.isEmpty { title += " [\(row.labels.joined(separator: ", "))]" }
        if let host = row.target.map({ FetchError.host(of: $0) }) { title += " (\(host))" }
        return line(
          row.score.map { String($0) } ?? "", row.comments.map { String($0) } ?? "", news, link,
          SafeText(title))
      }
  }

  /// What there is to be read in a kept discussion, with what came since it was fetched.
  private static func news(of kept: KeptDiscussion, in row: FrontRow) -> String {
    let entry = LibraryEntry(kept, at: Int64(time(nil)))
    let more = KnownDiscussions.unfetched(of: kept, in: row)
    return entry.isMuted || more == 0 ? entry.newsLabel.string : "+\(more + entry.new)"
  }

  private static func padded(_ text: String) -> String {
    String(repeating: " ", count: max(0, 6 - text.utf8.count)) + text
  }

  private static func encoded(_ page: FrontPage, _ known: KnownDiscussions) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("title")
    writer.string(page.title)
    writer.name("next")
    if let next = page.next { writer.string(next) } else { writer.null() }
    writer.name("discussions")
    writer.beginArray()
    for row in page.rows { encode(row, known[row.link], into: &writer) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }

  private static func encode(
    _ row: FrontRow, _ kept: KeptDiscussion?, into writer: inout JSONWriter
  ) {
    writer.beginObject()
    row.write(to: &writer)
    writer.name("id")
    if let kept { writer.string(kept.id) } else { writer.null() }
    for (name, value) in [
      ("keptComments", kept?.comments), ("unread", kept?.counts?.unread),
    ] {
      writer.name(name)
      if let value { writer.integer(value) } else { writer.null() }
    }
    writer.endObject()
  }
}
