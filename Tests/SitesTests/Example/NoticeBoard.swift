import DiscussionModel
import WebAddresses

@testable import Sites

extension Site {
  /// Notice boards, which run on hosts of any name.
  static let noticeBoard = Site(
    formats: [.noticeBoard],
    members: "board title notes id under author written words",
    ids: [SiteIDForm(prefix: "board", hasHost: true)],
    anywhere: SiteAnywhere(words: "a notice board (/boards/ID)") { NoticeBoardPlan($0) })
}

extension DiscussionFormat {
  static let noticeBoard = DiscussionFormat(
    "noticeboard", title: "a notice board", commands: ["curl https://HOST/boards/ID.json"],
    signs: FormatSigns(alternatives: [[["board"], ["notes"]]]),
    reader: .objects(NoticeBoardImport.draft))
}

/// What is requested for a link: the board as JSON.
struct NoticeBoardPlan: FetchPlan {
  let format: DiscussionFormat? = .noticeBoard
  let firstRequests: [PageRequest]
  private let host: String

  init?(_ address: WebURL) {
    let path = address.path
    guard path.count == 2, path[0] == "boards", SiteID.isNumber(path[1]) else { return nil }
    firstRequests = [PageRequest(url: "\(address.origin)/boards/\(path[1]).json")]
    host = address.authority
  }

  var options: ImportOptions { ImportOptions(format: format, host: host) }
}

/// How the response, or a file that contains it, becomes a discussion.
enum NoticeBoardImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let boards = try Choice.parts(
      of: items.map { (findings.id($0["board"]), $0) }, only: options.only, of: .noticeBoard)
    let id = findings.id(boards[0]["board"]) ?? "unknown"
    let title = findings.words(boards[0]["title"]) ?? "Board \(id)"
    var draft = Draft(
      id: "board:\(options.host ?? "unknown")/\(id)", title: title, markup: .plain)
    for note in boards.flatMap({ findings.objects($0["notes"]) }) {
      let id = Identity.id(of: note["id"], of: note, at: draft.comments.count, &findings)
      var comment = Comment(id: id, parent: findings.id(note["under"]))
      comment.author = findings.words(note["author"])
      comment.body = findings.rawText(note["words"])
      draft.add(comment, at: findings.time(note["written"]), from: note, &findings)
    }
    return draft
  }
}
