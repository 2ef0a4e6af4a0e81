import DiscussionModel
import JSONText

/// When something was written, as the source says and in seconds.
struct SourceTime {
  /// ISO 8601.
  var text: RawText
  /// Seconds since 1970-01-01T00:00:00Z.
  var seconds: Int64

  /// A time of seconds since 1970; nil outside the years 1 to 9999.
  init?(seconds: Int) {
    guard NumberBounds.time.contains(Int64(seconds)) else { return nil }
    self.seconds = Int64(seconds)
    text = RawText(Self.iso(self.seconds))
  }

  init(text: RawText, seconds: Int64) {
    self.text = text
    self.seconds = seconds
  }

  /// Whether some bytes have the form `2017-01-27T10:00:00`, with or without what may follow.
  static func looksLikeTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard 19...30 ~= bytes.count else { return false }
    let start = bytes.startIndex
    for (place, byte) in [(4, "-"), (7, "-"), (10, "T"), (13, ":"), (16, ":")]
      as [(Int, Unicode.Scalar)]
    where bytes[start + place] != UInt8(ascii: byte) { return false }
    return bytes.allSatisfy { byte in
      (0x30...0x3A).contains(byte) || [0x2B, 0x2D, 0x2E, 0x54, 0x5A].contains(byte)
    }
  }

  /// Writes a time as `2017-01-27T10:00:00Z`.
  static func iso(_ seconds: Int64) -> String { Moment(seconds: seconds, hasTime: true).iso }
}

extension Findings {
  /// A time that is there twice, as ISO 8601 and in seconds; only one of them needs to be read.
  mutating func time(_ value: JSONValue?, known: JSONValue?) -> SourceTime? {
    guard let known, known.kind == .integer, let string = value?.string,
      let bytes = value?.tree.bytes, SourceTime.looksLikeTime(bytes[string.range]),
      let time = integer(known).flatMap({ SourceTime(seconds: $0) })
    else { return time(value) ?? time(known) }
    return SourceTime(text: RawText(string, in: bytes), seconds: time.seconds)
  }

  /// A time: a text of ISO 8601, or seconds since 1970.
  mutating func time(_ value: JSONValue?) -> SourceTime? {
    guard let value, value.kind != .null else { return nil }
    let found: SourceTime?
    if let string = value.string {
      let text = string.text(in: value.tree.bytes).text
      if let moment = Moment(text) {
        return SourceTime(text: RawText(string, in: value.tree.bytes), seconds: moment.seconds)
      }
      found = nil
    } else {
      found = integer(value, in: .min ... .max).flatMap { SourceTime(seconds: $0) }
    }
    if found == nil { add(.unreadableTime, at: value) }
    return found
  }
}
