import DiscussionModel
import JSONText

/// The state of reading one outline.
struct OutlineDecoder {
  private var reader: JSONReader
  /// Names of members that no outline has; their values were skipped.
  private(set) var unknownMembers: Set<String> = []
  /// How many characters of headings were not UTF-8 or half a surrogate pair; they are U+FFFD now.
  private(set) var repairs = 0

  /// Starts at the outline's first byte.
  init(_ bytes: [UInt8]) { reader = JSONReader(bytes) }

  /// Reads the outline.
  ///
  /// - Throws: the first place where it is not JSON, lacks a member, or has one of another type.
  /// - Complexity: O(length).
  mutating func outline() throws(JSONError) -> PageOutline {
    try reader.beginObject()
    let start = reader.eventOffset
    var title: PageOutline.Section?
    var byline: PageOutline.Section?
    var body: PageOutline.Section?
    var notice: PageOutline.Section?
    var comments: [PageOutline.OutlinedComment]?
    var links: [PageOutline.OutlinedLinks] = []
    while let name = try reader.memberName() {
      switch name {
      case "title": title = try lines().section(.title)
      case "byline": byline = try linesOrNull()?.section(.byline)
      case "body": body = try linesOrNull()?.section(.body)
      case "notice": notice = try linesOrNull()?.section(.notice)
      case "comments": comments = try self.comments()
      case "links": links = try self.links()
      default: try passOver(name)
      }
    }
    try reader.end()
    return PageOutline(
      title: try require(title, "title", from: start), byline: byline, body: body, notice: notice,
      comments: try require(comments, "comments", from: start), links: links)
  }

  private mutating func comments() throws(JSONError) -> [PageOutline.OutlinedComment] {
    try reader.beginArray()
    var comments: [PageOutline.OutlinedComment] = []
    while try reader.hasElement() { comments.append(try comment()) }
    return comments
  }

  private mutating func comment() throws(JSONError) -> PageOutline.OutlinedComment {
    try reader.beginObject()
    let start = reader.eventOffset
    var number: Int?
    var numberOffset = start
    var parent: Int?
    var parentOffset = start
    var found: FoundLines?
    while let name = try reader.memberName() {
      switch name {
      case "number":
        number = try integer("the comment's number")
        guard number.map({ NumberBounds.any.contains($0) }) ?? true else {
          throw reader.mismatch("a number of at most \(NumberBounds.number.upperBound)")
        }
        numberOffset = reader.eventOffset
      case "parent":
        parent = try reader.integerOrNull()
        parentOffset = reader.eventOffset
      case "lines": found = try lines()
      default: try passOver(name)
      }
    }
    let known = try require(number, "number", from: start)
    return PageOutline.OutlinedComment(
      number: known, parent: parent,
      section: try require(found, "lines", from: start).section(.comment(known)),
      numberOffset: numberOffset, parentOffset: parentOffset)
  }

  /// Reads the lists of links, or null for none.
  private mutating func links() throws(JSONError) -> [PageOutline.OutlinedLinks] {
    switch try reader.next() {
    case .null: return []
    case .beginArray: break
    default: throw reader.mismatch("an array or null")
    }
    var lists: [PageOutline.OutlinedLinks] = []
    while try reader.hasElement() {
      try reader.beginObject()
      let start = reader.eventOffset
      var heading: String?
      var found: FoundLines?
      while let name = try reader.memberName() {
        switch name {
        case "heading": heading = try text()
        case "lines": found = try lines()
        default: try passOver(name)
        }
      }
      let known = try require(heading, "heading", from: start)
      let section = try require(found, "lines", from: start).section(.links(known))
      lists.append(PageOutline.OutlinedLinks(heading: known, section: section))
    }
    return lists
  }

  // MARK: Values of members

  /// A range of lines and where it is.
  private struct FoundLines {
    let lines: PageLines
    let offset: Int

    func section(_ part: ImportError.Part) -> PageOutline.Section {
      PageOutline.Section(part: part, lines: lines, offset: offset)
    }
  }

  /// A range of lines.
  private mutating func lines() throws(JSONError) -> FoundLines {
    guard let found = try linesOrNull() else { throw reader.mismatch(Self.twoNumbers) }
    return found
  }

  /// A range of lines or null, for which it gives nil.
  private mutating func linesOrNull() throws(JSONError) -> FoundLines? {
    switch try reader.next() {
    case .null: return nil
    case .beginArray: break
    default: throw reader.mismatch(Self.twoNumbers)
    }
    let offset = reader.eventOffset
    let first = try integer(Self.twoNumbers)
    let last = try integer(Self.twoNumbers)
    guard try reader.next() == .endArray else { throw reader.mismatch(Self.twoNumbers) }
    return FoundLines(lines: PageLines(first, last), offset: offset)
  }

  private static let twoNumbers = "two line numbers, the first and the last"

  private mutating func text() throws(JSONError) -> String {
    let (text, count) = try reader.string().text(in: reader.bytes)
    repairs += count
    return text
  }

  private mutating func integer(_ wanted: String) throws(JSONError) -> Int {
    guard case .number(let number) = try reader.next(),
      let value = number.integer(in: reader.bytes)
    else { throw reader.mismatch(wanted) }
    return value
  }

  /// The value of a member that must be there; the error is at the start of its object.
  private func require<Value>(
    _ value: Value?, _ name: String, from start: Int
  ) throws(JSONError) -> Value {
    guard let value else {
      let wanted = "an object with the member \"\(name)\""
      throw JSONError(offset: start, expected: .type(wanted))
    }
    return value
  }

  /// Passes over the value of an unknown member.
  private mutating func passOver(_ name: String) throws(JSONError) {
    unknownMembers.insert(name)
    _ = try reader.skipValue()
  }
}
