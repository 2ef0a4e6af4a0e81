import JSONText

/// The article that a discussion links to, as text: fetched once, when somebody wanted to read it.
public struct LinkedArticle: Equatable, Sendable {
  /// The address to which the discussion links.
  public var url: String
  /// When it was fetched: ISO 8601; nil if that is not known.
  public var fetched: String?
  public var title: String?
  public var author: String?
  /// A date or a date and time of ISO 8601; see ``Moment``.
  public var published: String?
  /// Its text as HTML; nil if it cannot be shown as text.
  public var body: RawText?
  /// Why it cannot be shown as text, such as that it is a PDF; nil if it can.
  public var problem: String?
  /// What stands for each character that the site hides; nil if nothing is hidden.
  public var maskCharacter: Character?
  /// What the site says about it, such as that the rest is for members.
  public var notice: String?
  public var unknownMembers: [UnknownMember] = []

  public init(url: String, body: RawText? = nil) {
    self.url = url
    self.body = body
  }
}

// MARK: In the file

extension Discussion {
  /// Takes the linked article from the member that no other property has.
  ///
  /// Anybody may have a member of that name. What is not a linked article stays a member that is not known.
  mutating func takeLinked() {
    guard let place = unknownMembers.firstIndex(where: { $0.name == "linked" }),
      let found = try? LinkedArticle(json: unknownMembers[place].value)
    else { return }
    linked = found
    unknownMembers.remove(at: place)
  }
}

extension LinkedArticle {
  /// Reads the member `linked`.
  fileprivate init(json: [UInt8]) throws {
    var reader = JSONReader(json)
    var found = LinkedArticle(url: "")
    var url: String?
    func text(_ string: JSONString?) -> String? { string?.text(in: json).text }
    try reader.beginObject()
    while let name = try reader.memberName() {
      switch name {
      case "url": url = try reader.string().text(in: json).text
      case "fetched": found.fetched = text(try reader.stringOrNull())
      case "title": found.title = text(try reader.stringOrNull())
      case "author": found.author = text(try reader.stringOrNull())
      case "published": found.published = text(try reader.stringOrNull())
      case "body": found.body = try reader.stringOrNull().map { RawText($0, in: json) }
      case "problem": found.problem = text(try reader.stringOrNull())
      case "maskCharacter":
        let mask = text(try reader.stringOrNull())
        found.maskCharacter = mask.flatMap { $0.count == 1 ? $0.first : nil }
      case "notice": found.notice = text(try reader.stringOrNull())
      default:
        found.unknownMembers.append(
          UnknownMember(name: name, value: Array(json[try reader.skipValue()])))
      }
    }
    guard let url else { throw reader.mismatch("an address") }
    found.url = url
    self = found
  }
}
