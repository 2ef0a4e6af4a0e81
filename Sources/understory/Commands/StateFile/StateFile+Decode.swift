import DiscussionModel
import JSONText
import ReadMarks
import Storage

extension StateFile {
  /// Reads what ``encode(_:)`` wrote; members that are not known are skipped.
  ///
  /// - Throws: the first place that is not of its form, with the offset of a byte, 0-based.
  static func decode(_ bytes: [UInt8]) throws(JSONError) -> Contents {
    var reader = JSONReader(bytes)
    try reader.beginObject()
    let start = reader.eventOffset
    var contents = Contents()
    var isStateFile = false
    while let name = try reader.memberName() {
      switch name {
      case "understoryState":
        guard try reader.integer() == version else {
          throw reader.mismatch(
            "version \(version) of the format, the only one that this understory supports")
        }
        isStateFile = true
      case "discussions":
        contents.readings = try reader.array { reader throws(JSONError) in try reader.reading() }
      // An earlier version wrote none.
      case "hidden":
        contents.hidden = try reader.array { reader throws(JSONError) in try reader.decision() }
      default: _ = try reader.skipValue()
      }
    }
    try reader.end()
    guard isStateFile else {
      let wanted = "the output of \"understory state export\", with a member \"understoryState\""
      throw JSONError(offset: start, expected: .type(wanted))
    }
    return contents
  }
}

extension JSONReader {
  fileprivate mutating func reading() throws(JSONError) -> ExportedReading {
    try beginObject()
    let start = eventOffset
    var id: String?
    var title = ""
    var firstVisit: Int64?
    var lastVisit: Int64?
    var reading = SavedReading(firstVisit: 0, lastVisit: 0)
    var visits: [Visit] = []
    while let name = try memberName() {
      switch name {
      case "id": id = try plainString()
      case "title": title = try plainString()
      case "firstVisit": firstVisit = try time()
      case "lastVisit": lastVisit = try time()
      case "place": reading.place = try place()
      case "folds": reading.folds = try array { reader throws(JSONError) in try reader.hash() }
      case "known":
        reading.knownComments = try array { reader throws(JSONError) in try reader.hash() }
      case "visits": visits = try array { reader throws(JSONError) in try reader.visit() }
      case "marks": reading.marks = try array { reader throws(JSONError) in try reader.mark() }
      case "stars": reading.stars = try array { reader throws(JSONError) in try reader.flag() }
      case "mutes": reading.mutes = try array { reader throws(JSONError) in try reader.flag() }
      default: _ = try skipValue()
      }
    }
    reading.firstVisit = try require(firstVisit, "firstVisit", from: start)
    reading.lastVisit = try require(lastVisit, "lastVisit", from: start)
    // An earlier version wrote none.
    if visits.isEmpty {
      let (start, end) = (reading.firstVisit, reading.lastVisit)
      visits = [Visit(start: start, lastActivity: max(start, end))]
    }
    reading.visits = visits
    return ExportedReading(id: try require(id, "id", from: start), title: title, reading: reading)
  }

  fileprivate mutating func decision() throws(JSONError) -> FrontRecords.Decision {
    let flag = try flag(about: "link")
    return FrontRecords.Decision(link: flag.comment, isHidden: flag.isSet, time: flag.time)
  }

  private mutating func visit() throws(JSONError) -> Visit {
    try beginObject()
    let offset = eventOffset
    var (start, lastActivity): (Int64?, Int64?)
    var arrivals: [UInt64] = []
    while let name = try memberName() {
      switch name {
      case "start": start = try time()
      case "lastActivity": lastActivity = try time()
      case "arrivals": arrivals = try array { reader throws(JSONError) in try reader.hash() }
      default: _ = try skipValue()
      }
    }
    return Visit(
      start: try require(start, "start", from: offset),
      lastActivity: try require(lastActivity, "lastActivity", from: offset), arrivals: arrivals)
  }

  private mutating func place() throws(JSONError) -> Place {
    try beginObject()
    let start = eventOffset
    var entry: String?
    var offset = 0
    while let name = try memberName() {
      switch name {
      case "entry": entry = try plainString()
      case "offset": offset = try count()
      default: _ = try skipValue()
      }
    }
    return Place(entry: try require(entry, "entry", from: start), offset: offset)
  }

  private mutating func mark() throws(JSONError) -> SavedMark {
    let start = offset
    var length: Int?
    var hash: UInt64?
    let flag = try flag("read") { (reader, name) throws(JSONError) in
      switch name {
      case "length": length = try reader.count()
      case "hash": hash = try reader.hash()
      default: _ = try reader.skipValue()
      }
    }
    var mark = SavedMark(comment: flag.comment, isRead: flag.isSet, time: flag.time)
    if length != nil || hash != nil {
      mark.text = BodyVersion(
        length: try require(length, "length", from: start),
        hash: try require(hash, "hash", from: start))
    }
    return mark
  }

  /// A decision about a comment, or what else `subject` names; `other` takes the values of members that it does
  /// not know.
  private mutating func flag(
    _ member: String = "set", about subject: String = "comment",
    other: (inout JSONReader, String) throws(JSONError) -> Void = {
      (reader, _) throws(JSONError) in _ = try reader.skipValue()
    }
  ) throws(JSONError) -> SavedFlag {
    try beginObject()
    let start = eventOffset
    var comment: String?
    var isSet: Bool?
    var time: Int64?
    while let name = try memberName() {
      switch name {
      case subject: comment = try plainString()
      case "time": time = try self.time()
      case member: isSet = try bool()
      default: try other(&self, name)
      }
    }
    return SavedFlag(
      comment: try require(comment, subject, from: start),
      isSet: try require(isSet, member, from: start),
      time: try require(time, "time", from: start))
  }

  // MARK: Values

  private mutating func plainString() throws(JSONError) -> String {
    try string().text(in: bytes).text
  }

  fileprivate mutating func integer() throws(JSONError) -> Int {
    guard case .number(let number) = try next(), let value = number.integer(in: bytes) else {
      throw mismatch("an integer")
    }
    return value
  }

  private mutating func count() throws(JSONError) -> Int {
    let value = try integer()
    guard NumberBounds.count.contains(value) else {
      throw mismatch("a count of 0 to \(NumberBounds.count.upperBound)")
    }
    return value
  }

  private mutating func time() throws(JSONError) -> Int64 {
    let value = Int64(try integer())
    guard NumberBounds.decision.contains(value) else {
      throw mismatch("seconds since 1970, at most \(NumberBounds.decision.upperBound)")
    }
    return value
  }

  private mutating func hash() throws(JSONError) -> UInt64 {
    guard let value = UInt64(try plainString(), radix: 16) else {
      throw mismatch("a hexadecimal number of up to 16 digits, in quotes")
    }
    return value
  }

  fileprivate mutating func array<Element>(
    of element: (inout JSONReader) throws(JSONError) -> Element
  ) throws(JSONError) -> [Element] {
    try beginArray()
    var elements: [Element] = []
    while try hasElement() { elements.append(try element(&self)) }
    return elements
  }

  /// The value of a member that must be there; the error is at the start of its object.
  private func require<Value>(
    _ value: Value?, _ name: String, from start: Int
  ) throws(JSONError) -> Value {
    guard let value else {
      throw JSONError(
        offset: start, expected: .type("an object with the member \"\(name)\""))
    }
    return value
  }
}
