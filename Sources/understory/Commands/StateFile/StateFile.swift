import DiscussionModel
import JSONText
import ReadMarks
import Storage

/// The file that carries what was read to another machine: everything the library keeps, as JSON.
///
///     {
///       "understoryState": 1,
///       "discussions": [{
///         "id": "…", "title": "…", "firstVisit": 1700000000, "lastVisit": 1700000000,
///         "place": {"entry": "…", "offset": 0}, "folds": ["00c5…"], "known": ["93d1…"],
///         "visits": [{"start": 1700000000, "lastActivity": 1700000600, "arrivals": ["0b7e…"]}],
///         "marks": [{"comment": "…", "read": true, "time": 1700000000, "length": 5, "hash": "a1f0…"}],
///         "stars": [{"comment": "…", "set": true, "time": 1700000000}],
///         "mutes": []
///       }],
///       "hidden": [{"link": "https://…", "set": true, "time": 1700000000}]
///     }
///
/// Times are seconds since 1970; hashes are hexadecimal, since a number of JSON need not keep 64 bits.
enum StateFile {
  /// The version that this program reads and writes.
  static let version = 1

  /// What one machine has to tell another.
  struct Contents: Equatable {
    var readings: [ExportedReading] = []
    /// What was hidden on front pages, or shown again.
    var hidden: [FrontRecords.Decision] = []
  }

  static func encode(_ contents: Contents) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.name("understoryState")
    writer.integer(version)
    writer.name("discussions")
    writer.beginArray()
    for reading in contents.readings { writer.reading(reading) }
    writer.endArray()
    writer.name("hidden")
    writer.beginArray()
    for decision in contents.hidden { writer.decision(decision) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func reading(_ exported: ExportedReading) {
    let reading = exported.reading
    beginObject()
    member("id", exported.id)
    member("title", exported.title)
    member("firstVisit", Int(reading.firstVisit))
    member("lastVisit", Int(reading.lastVisit))
    if let place = reading.place {
      name("place")
      beginObject()
      member("entry", place.entry)
      member("offset", place.offset)
      endObject()
    }
    if let folds = reading.folds { hashes("folds", folds) }
    if let known = reading.knownComments { hashes("known", known) }
    name("visits")
    beginArray()
    for visit in reading.visits {
      beginObject()
      member("start", Int(visit.start))
      member("lastActivity", Int(visit.lastActivity))
      hashes("arrivals", visit.arrivals)
      endObject()
    }
    endArray()
    name("marks")
    beginArray()
    for mark in reading.marks { self.mark(mark) }
    endArray()
    flags("stars", reading.stars)
    flags("mutes", reading.mutes)
    endObject()
  }

  private mutating func mark(_ mark: SavedMark) {
    beginObject()
    member("comment", mark.comment)
    name("read")
    bool(mark.isRead)
    member("time", Int(mark.time))
    if let text = mark.text {
      member("length", text.length)
      member("hash", String(text.hash, radix: 16))
    }
    endObject()
  }

  fileprivate mutating func decision(_ decision: FrontRecords.Decision) {
    beginObject()
    member("link", decision.link)
    name("set")
    bool(decision.isHidden)
    member("time", Int(decision.time))
    endObject()
  }

  private mutating func flags(_ name: String, _ flags: [SavedFlag]) {
    self.name(name)
    beginArray()
    for flag in flags {
      beginObject()
      member("comment", flag.comment)
      self.name("set")
      bool(flag.isSet)
      member("time", Int(flag.time))
      endObject()
    }
    endArray()
  }

  private mutating func hashes(_ name: String, _ hashes: [UInt64]) {
    self.name(name)
    beginArray()
    for hash in hashes { string(String(hash, radix: 16)) }
    endArray()
  }

  private mutating func member(_ name: String, _ value: String) {
    self.name(name)
    string(value)
  }

  private mutating func member(_ name: String, _ value: Int) {
    self.name(name)
    integer(value)
  }
}
