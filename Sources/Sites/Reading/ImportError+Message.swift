import DiscussionModel
import JSONText

extension ImportError {
  /// What is wrong, in words; without the file and the place.
  public var message: String {
    switch fault {
    case .empty: "this is empty; save or download it again"
    case .unknownFormat(let nearest, let lacks): Self.unknown(nearest: nearest, lacks: lacks)
    case .unread(let kind): kind.message
    case .native(let message): message
    case .notCalledOurs:
      "this looks like understory's own JSON, but lacks \"understory\": 1 beside \"id\" and \"title\""
    case .tooLong: "expected less than 4 GiB"
    case .nothing(let format): "expected \(format.title), found none"
    case .several(let ids):
      "expected one discussion, found several; \"understory import --only ID\" chooses one of \(ids.joined(separator: ", "))"
    case .notAmong(let id, let ids):
      "found no \(id) among \(ids.isEmpty ? "nothing" : ids.joined(separator: ", "))"
    case .emptyPage: "expected a saved page, found nothing"
    case .unknownPage:
      "no comments recognised in this page; \"understory import --select\" can state where they are"
    case .differentPages(let one, let other):
      "expected pages of one discussion, found \(one) and \(other)"
    case .noCommentsHeading:
      "found no line such as \"Comments (12)\" or \"12 Comments\" before the comments; "
        + "an outline can state where they are"
    case .emptyOutline: "expected an outline in JSON, found nothing"
    case .unexpected(let expectation): "expected \(expectation)"
    case .endsEarly(let expectation): expectation.messageAtEnd
    case .beforeFirstLine(let lines):
      "\(lines) \(lines.isOne ? "starts" : "start") before line 1, where the page begins"
    case .reversed(let lines): "\(lines) end before they start"
    case .outsidePage(let lines, let count):
      "\(lines) \(lines.isOne ? "is" : "are") outside the page, which has \(counted(count, "line"))"
    case .blank(let lines): "\(lines) \(lines.isOne ? "is" : "are") blank"
    case .overlap(let part, let lines, let otherPart, let otherLines):
      "\(lines) of \(part) \(lines.isOne ? "overlaps" : "overlap") \(otherLines) of \(otherPart)"
    case .numberBelowOne(let number): "a comment's number is 1 or more, found \(number)"
    case .repeatedNumber(let number): "comment \(number) appears twice"
    case .unknownParent(let number): "no parent comment \(number)"
    case .circle(let number): "comment \(number) is a reply to itself, directly or through others"
    }
  }
}

extension ImportError {
  private static func unknown(nearest: DiscussionFormat?, lacks: [String]) -> String {
    let line = "expected a discussion in a format that \"understory formats\" lists"
    guard let nearest else { return line }
    let missing = lacks.map { "\"\($0)\"" }.joined(separator: " and ")
    return "\(line). Closest match: \(nearest.title), but lacks \(missing)"
  }
}

extension ImportError.Part: CustomStringConvertible {
  public var description: String {
    switch self {
    case .title: "the title"
    case .byline: "the byline"
    case .body: "the body"
    case .notice: "the notice"
    case .comment(let number): "comment \(number)"
    case .links(let heading): "the links \"\(heading)\""
    }
  }
}

extension PageLines: CustomStringConvertible {
  public var description: String { isOne ? "line \(first)" : "lines \(first)-\(last)" }

  fileprivate var isOne: Bool { first == last }
}
