public import JSONText

extension DiscussionFile {
  /// Reads a discussion.
  ///
  /// - Parameter bytes: the whole file; the discussion keeps them.
  /// - Returns: the discussion, and what had to be repaired in its comments and texts.
  /// - Throws: the first thing in the file that no discussion has.
  /// - Complexity: O(length).
  public static func decode(
    _ bytes: JSONBytes
  ) throws(DiscussionFileError) -> (discussion: Discussion, repairs: Repairs) {
    var decoder = DiscussionDecoder(bytes)
    do {
      return (try decoder.discussion(), decoder.repairs)
    } catch .json(let error) where error.offset == bytes.count && isBlank(bytes) {
      throw .empty
    } catch .json(let error) {
      guard case .type = error.expected else { throw .json(error) }
      let member = JSONPlace.name(at: error.offset, in: bytes)
      throw member.isEmpty ? .json(error) : .wrongType(error, member: member)
    }
  }

  /// The same, of a file in memory.
  public static func decode(
    _ bytes: [UInt8]
  ) throws(DiscussionFileError) -> (discussion: Discussion, repairs: Repairs) {
    try decode(JSONBytes(bytes))
  }

  /// Whether there is only white space, after a byte order mark or not.
  private static func isBlank(_ bytes: JSONBytes) -> Bool {
    bytes.withBytes(0..<bytes.count) { bytes in
      let start = bytes.starts(with: "\u{FEFF}".utf8) ? 3 : 0
      return bytes[start...].allSatisfy { [0x20, 0x0A, 0x0D, 0x09].contains($0) }
    }
  }
}

/// The state of reading one file.
struct DiscussionDecoder {
  var reader: JSONReader
  var repairs = Repairs()

  init(_ bytes: JSONBytes) { reader = JSONReader(bytes) }

  mutating func discussion() throws(DiscussionFileError) -> Discussion {
    do {
      return try readDiscussion()
    } catch let error as DiscussionFileError {
      throw error
    } catch let error as JSONError {
      throw .json(error)
    } catch {
      throw .json(reader.mismatch("a discussion"))
    }
  }

  private mutating func readDiscussion() throws -> Discussion {
    guard try reader.next() == .beginObject else {
      throw reader.mismatch("an object that contains a discussion")
    }
    let start = reader.eventOffset
    var result = Discussion(id: "", title: "")
    var seen: Set<String> = []
    while let name = try reader.memberName() {
      seen.insert(name)
      switch name {
      case "understory": try version()
      case "id": result.id = DiscussionID.composed(try text())
      case "title": result.title = try text()
      case "url": result.url = try optionalText()
      case "author": result.author = try optionalText()
      case "published": result.published = try optionalText()
      case "markup": result.markup = try choice() ?? .plain
      case "body": result.body = try rawText()
      case "maskCharacter": result.maskCharacter = try character()
      case "notice": result.notice = try optionalText()
      case "comments": result.comments = try comments()
      case "links": result.links = try array { decoder throws in try decoder.linkList() }
      case "treeIsInferred": result.treeIsInferred = try flag()
      default: result.unknownMembers.append(try unknown(name))
      }
    }
    try reader.end()
    for name in ["understory", "id", "title", "comments"] where !seen.contains(name) {
      throw DiscussionFileError.missingMember(name, offset: start)
    }
    result.takeOrigin()
    result.takeLinked()
    return result
  }

  private mutating func version() throws {
    guard case .number(let number) = try reader.next(),
      let version = number.integer(in: reader.bytes)
    else { throw reader.mismatch("the version of the format, a number") }
    guard version == DiscussionFile.version else {
      throw DiscussionFileError.unknownVersion(version, offset: reader.eventOffset)
    }
  }

  private mutating func linkList() throws -> LinkList {
    try reader.beginObject()
    var result = LinkList(heading: "", items: [])
    while let name = try reader.memberName() {
      switch name {
      case "heading": result.heading = try text()
      case "items": result.items = try array { decoder throws in try decoder.linkItem() }
      default: result.unknownMembers.append(try unknown(name))
      }
    }
    return result
  }

  private mutating func linkItem() throws -> LinkItem {
    try reader.beginObject()
    var result = LinkItem(title: "")
    while let name = try reader.memberName() {
      switch name {
      case "title": result.title = try text()
      case "url": result.url = try optionalText()
      case "published": result.published = try optionalText()
      case "summary": result.summary = try optionalText()
      default: result.unknownMembers.append(try unknown(name))
      }
    }
    return result
  }
}
