import DiscussionModel
import WebAddresses

extension Site {
  /// Stack Overflow and the other sites of Stack Exchange.
  static let stackExchange = Site(
    about: SiteAbout(
      title: "Stack Exchange",
      opens: "questions and answers, on Stack Overflow and all sites of its network",
      lacks: "300 requests a day",
      links: """
        `/questions/ID`, `/q/ID`, `/a/ID`, with or without the fragment of an answer or a \
        comment, on `stackoverflow.com`, `*.stackexchange.com` and the sites of that network
        """,
      requests: "`api.stackexchange.com/2.3/filters/create`, then `…/2.3/questions/ID`",
      limits: "300 requests a day"),
    formats: [.stackExchange],
    members: """
      accepted_answer_id answer_count answer_id answers body comment_count comment_id comments
      creation_date display_name filter is_accepted items last_edit_date link owner question_id
      score tags title user_id
      """,
    pages: { [.stackExchange] },
    ids: [SiteIDForm(prefix: "stackexchange", hasHost: true)],
    hosts: SiteHosts(
      names: [
        "stackoverflow.com", ".stackoverflow.com", ".stackexchange.com", "superuser.com",
        "serverfault.com", "askubuntu.com", "mathoverflow.net", "stackapps.com",
      ],
      example: "https://stackoverflow.com/questions/1",
      interfaces: ["api.stackexchange.com"], plan: { StackExchangePlan($0) }))
}

extension DiscussionFormat {
  public static let stackExchange = DiscussionFormat(
    "stackexchange", title: "a Stack Exchange question",
    commands: [
      "curl --compressed 'https://api.stackexchange.com/2.3/questions/ID?site=SITE&filter=FILTER'"
    ],
    signs: FormatSigns(
      alternatives: [
        [["items", "question_id"], ["items", "creation_date"]], [["items", "filter"]],
      ]),
    reader: .objects(StackExchangeImport.draft))
}

/// A question by version 2.3 of the interface, after the filter by which texts, answers and comments are in it.
struct StackExchangePlan: FetchPlan {
  let format: DiscussionFormat? = .stackExchange
  private(set) var comment: String?
  private let host: String
  /// The question; nil while only an answer is known.
  private let question: String?
  private let answer: String?

  private static let service = "https://api.stackexchange.com/2.3"
  private static let fields = [
    "question.body", "question.answers", "question.comments", "question.comment_count",
    "answer.body", "answer.comments", "answer.comment_count", "comment.body",
  ]

  /// Reads a link; nil if it does not lead to a question or an answer.
  init?(_ address: WebURL) {
    let path = address.path
    guard path.count > 1, SiteID.isNumber(path[1]) else { return nil }
    host = address.host
    let fragment = address.fragment ?? ""
    switch path[0] {
    case "questions", "q":
      question = path[1]
      answer = nil
      let named = path[0] == "questions" && path.count > 3 ? path[3] : fragment
      if fragment.hasPrefix("comment"),
        let number = fragment.dropFirst(7).split(separator: "_").first.map(String.init),
        SiteID.isNumber(number)
      {
        comment = "comment-\(number)"
      } else if SiteID.isNumber(named) {
        comment = "answer-\(named)"
      }
    case "a":
      question = nil
      answer = path[1]
      comment = "answer-\(path[1])"
    default: return nil
    }
  }

  var discussion: String? { question.map { "stackexchange:\(host)/\($0)" } }
  var options: ImportOptions { ImportOptions(format: format, host: host) }
  var firstRequests: [PageRequest] {
    let fields = Self.fields.joined(separator: ";")
    return [PageRequest(url: "\(Self.service)/filters/create?base=default&include=\(fields)")]
  }

  mutating func take(_ response: PageResponse) throws(SiteError) -> Reaction {
    guard response.request == firstRequests[0] else { return Reaction() }
    var findings = Findings()
    let filter = response.items.first?["items"]?.elements.first { _ in true }?["filter"]
    guard let filter = findings.words(filter), filter.utf8.count <= 200 else {
      throw SiteError(.leadsNowhere, url: response.request.url)
    }
    let item = question.map { "questions/\($0)" } ?? "answers/\(answer ?? "")/questions"
    let site = host.hasSuffix(".stackexchange.com") ? String(host.dropLast(18)) : host
    let query = "site=\(site)&filter=\(PercentCoding.encode(filter))"
    return Reaction(
      isPart: false, next: [PageRequest(url: "\(Self.service)/\(item)?\(query)")])
  }
}

/// A question as the article; its comments, its answers, and theirs.
///
/// | field | it is |
/// | --- | --- |
/// | `body` | HTML |
/// | `title`, `display_name` | HTML in one line |
/// | `tags` | plain text |
enum StackExchangeImport {
  static func draft(
    _ items: [JSONValue], _ options: ImportOptions, _ findings: inout Findings
  ) throws(ImportError) -> Draft {
    let questions = items.flatMap { findings.objects($0["items"]) }
    let parts = try Choice.parts(
      of: questions.map { (findings.id($0["question_id"]), $0) }, only: options.only,
      of: .stackExchange)
    let question = parts[0]
    let id = findings.id(question["question_id"]) ?? "unknown"
    let link = findings.words(question["link"])
    let host = link.flatMap { WebURL(reference: $0)?.authority } ?? options.host ?? "unknown"
    let title = findings.words(question["title"]).map { HTMLText.line($0) } ?? "Question \(id)"
    var draft = Draft(id: "stackexchange:\(host)/\(id)", title: title, markup: .html)
    let (author, person) = Self.author(of: question, &findings)
    draft.discussion.url = link
    draft.discussion.author = author
    draft.discussion.published = findings.time(question["creation_date"])?.text.text
    draft.discussion.body = findings.rawText(question["body"])
    draft.discussion.notice = Tags.notice(Tags.names(in: question["tags"], &findings))
    let accepted = findings.id(question["accepted_answer_id"])
    for part in parts {
      addComments(of: part, under: nil, person, link, to: &draft, &findings)
      let answers = findings.objects(part["answers"])
      for value in answers {
        let number = findings.id(value["answer_id"])
        var badges: [String] = []
        if number != nil, number == accepted { badges.append("accepted") }
        let id = add(
          value, "answer", number, under: nil, badges, person, link, to: &draft, &findings)
        addComments(of: value, under: id, person, link, to: &draft, &findings)
      }
      let count = findings.count(part["answer_count"]) ?? 0
      draft.addMissing(count.sum(-answers.count), under: nil)
    }
    return draft
  }

  private static func addComments(
    of value: JSONValue, under parent: String?, _ person: [String?], _ link: String?,
    to draft: inout Draft, _ findings: inout Findings
  ) {
    let comments = findings.objects(value["comments"])
    for comment in comments {
      let number = findings.id(comment["comment_id"])
      add(
        comment, "comment", number, under: parent, [], person, link, to: &draft, &findings)
    }
    let count = findings.count(value["comment_count"]) ?? 0
    draft.addMissing(count.sum(-comments.count), under: parent)
  }

  @discardableResult private static func add(
    _ value: JSONValue, _ kind: String, _ number: String?, under parent: String?,
    _ badges: [String], _ person: [String?], _ link: String?, to draft: inout Draft,
    _ findings: inout Findings
  ) -> String {
    let id =
      number.map { "\(kind)-\($0)" }
      ?? Identity.id(of: nil, of: value, at: draft.comments.count, &findings)
    var comment = Comment(id: id, parent: parent)
    let (author, own) = Self.author(of: value, &findings)
    comment.author = author
    comment.score = findings.integer(value["score"])
    comment.body = findings.rawText(value["body"])
    let edited = findings.time(value["last_edit_date"])?.text.text
    let site = link.flatMap { WebURL(reference: $0)?.origin }
    comment.amend { details in
      details.badges = (own == person && own[0] != nil ? ["OP"] : []) + badges
      details.edited = edited
      if let number, let site {
        details.url =
          kind == "answer" ? "\(site)/a/\(number)" : link.map { "\($0)#comment\(number)" }
      }
    }
    draft.add(comment, at: findings.time(value["creation_date"]), from: value, &findings)
    return id
  }

  /// An author's name, and what tells that two are the same.
  private static func author(
    of value: JSONValue, _ findings: inout Findings
  ) -> (name: String?, person: [String?]) {
    let name = findings.words(value[["owner", "display_name"]]).map { HTMLText.line($0) }
    return (name, [findings.id(value[["owner", "user_id"]]), name])
  }
}
