/// A page with all its parts in one file, as browsers save it (`.mhtml`, `.mht`: RFC 2557, in MIME of RFC 2045 and 2046).
struct MIMEMessage {
  struct Part {
    /// The whole `Content-Type`.
    var type = ""
    var id = ""
    var location: String?
    var content: [UInt8] = []
  }

  /// Its parts of HTML, the page itself first.
  let pages: [Part]

  /// Parts that are looked at, and how deep they may be in one another.
  private static let mostParts = 10_000
  private static let deepest = 4
  /// Bytes of headers that are read.
  private static let longestHead = 1 << 16

  /// Whether a file begins with the headers of such a message.
  static func isArchive(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first(where: { $0 > 0x20 }), 0x41...0x7A ~= first else { return false }
    let head = Headers(bytes.prefix(8192))
    return head["content-type"].map { $0.lowercased().hasPrefix("multipart/") } == true
      && (head["mime-version"] != nil || head["snapshot-content-location"] != nil)
  }

  /// Reads a message.
  ///
  /// - Complexity: O(length).
  init(_ bytes: [UInt8]) {
    let head = Headers(bytes.prefix(Self.longestHead))
    var parts: [Part] = []
    var open: [(range: Range<Int>, boundary: String, depth: Int)] = []
    if let boundary = Self.parameter("boundary", of: head["content-type"] ?? "") {
      open.append((head.end..<bytes.count, boundary, 1))
    }
    while let (range, boundary, depth) = open.popLast() {
      var inner: [(range: Range<Int>, boundary: String, depth: Int)] = []
      for part in Self.split(bytes, range, boundary) where parts.count < Self.mostParts {
        let head = Headers(bytes[part].prefix(Self.longestHead))
        let type = head["content-type"] ?? "text/plain"
        let content = head.end..<part.upperBound
        if type.lowercased().hasPrefix("multipart/") {
          if depth < Self.deepest, let boundary = Self.parameter("boundary", of: type) {
            inner.append((content, boundary, depth + 1))
          }
        } else if Self.isPage(type) {
          parts.append(
            Part(
              type: type, id: head["content-id"] ?? "", location: head["content-location"],
              content: Self.decoded(
                bytes[content], head["content-transfer-encoding"]?.lowercased() ?? "")))
        }
      }
      open += inner.reversed()
    }
    let start = Self.parameter("start", of: head["content-type"] ?? "")
    if let start, let place = parts.firstIndex(where: { $0.id == start }) {
      parts.insert(parts.remove(at: place), at: 0)
    }
    let saved = head["snapshot-content-location"] ?? head["content-location"]
    if let saved, !parts.isEmpty { parts[0].location = saved }
    pages = parts
  }

  private static func isPage(_ type: String) -> Bool {
    let type = type.lowercased()
    return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml+xml")
  }

  /// The ranges between the lines of a boundary (RFC 2046, section 5.1.1).
  private static func split(
    _ bytes: [UInt8], _ range: Range<Int>, _ boundary: String
  ) -> [Range<Int>] {
    let mark = Array("--\(boundary)".utf8)
    var result: [Range<Int>] = []
    var start: Int?
    var line = range.lowerBound
    while line < range.upperBound {
      let end = bytes[line..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
      if end - line >= mark.count, bytes[line] == 0x2D,
        bytes[line..<line + mark.count].elementsEqual(mark)
      {
        let rest = bytes[(line + mark.count)..<end].filter { $0 > 0x20 }
        if rest.isEmpty || rest == [0x2D, 0x2D] {
          if let start {
            var last = line
            if last > start, bytes[last - 1] == 0x0A { last -= 1 }
            if last > start, bytes[last - 1] == 0x0D { last -= 1 }
            result.append(start..<max(start, last))
          }
          start = rest.isEmpty ? min(end + 1, range.upperBound) : nil
          if !rest.isEmpty { return result }
        }
      }
      line = end + 1
    }
    if let start, start < range.upperBound { result.append(start..<range.upperBound) }
    return result
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "quoted-printable": quotedPrintable(bytes)
    case "base64": base64(bytes)
    default: Array(bytes)
    }
  }

  /// RFC 2045, section 6.7.
  private static func quotedPrintable(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard bytes[at] == UInt8(ascii: "=") else {
        result.append(bytes[at])
        at += 1
        continue
      }
      if at + 2 < bytes.endIndex, let high = digit(bytes[at + 1]), let low = digit(bytes[at + 2]) {
        result.append(high << 4 | low)
        at += 3
        continue
      }
      // A line that goes on, with white space behind its mark or not.
      var end = at + 1
      while end < bytes.endIndex, bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D {
        end += 1
      }
      if end == bytes.endIndex || bytes[end] == 0x0A {
        at = min(end + 1, bytes.endIndex)
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return result
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }

  /// RFC 4648, section 4; all that is not of its alphabet is skipped.
  private static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count / 4 * 3)
    var bits: UInt32 = 0
    var count: UInt32 = 0
    for byte in bytes {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return result
  }

  /// A parameter of a header, without quotes.
  private static func parameter(_ name: String, of header: String) -> String? {
    var parts: [String] = [""]
    var isQuoted = false
    for character in header {
      if character == "\"" {
        isQuoted.toggle()
      } else if character == ";", !isQuoted {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2, pair[0].filter({ !$0.isWhitespace }).lowercased() == name else {
        continue
      }
      var value = pair[1].drop { $0.isWhitespace }
      while value.last?.isWhitespace == true { value.removeLast() }
      return String(value)
    }
    return nil
  }

  /// The headers at the start of some bytes.
  private struct Headers {
    private var values: [String: String] = [:]
    /// After the empty line that ends them.
    let end: Int

    init(_ bytes: ArraySlice<UInt8>) {
      var at = bytes.startIndex
      while at < bytes.endIndex, bytes[at] <= 0x20 { at += 1 }
      var name: String?
      while at < bytes.endIndex {
        let end = bytes[at...].firstIndex(of: 0x0A) ?? bytes.endIndex
        var line = bytes[at..<end]
        if line.last == 0x0D { line.removeLast() }
        at = min(end + 1, bytes.endIndex)
        if line.isEmpty { break }
        let text = String(decoding: line, as: UTF8.self)
        if line.first == 0x20 || line.first == 0x09 {
          if let name { values[name, default: ""] += " " + text.drop { $0.isWhitespace } }
          continue
        }
        guard let colon = text.firstIndex(of: ":") else {
          name = nil
          continue
        }
        let key = text[..<colon].lowercased()
        name = key
        if values[key] == nil {
          values[key] = String(text[text.index(after: colon)...].drop { $0.isWhitespace })
        }
      }
      end = at
    }

    subscript(name: String) -> String? { values[name] }
  }
}
