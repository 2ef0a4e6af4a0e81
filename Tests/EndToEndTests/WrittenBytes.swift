/// What was written to a terminal, read strictly: text that is safe to show, and of control functions
/// only those that ncurses makes of terminfo's xterm-256color for this program.
///
/// Everything else can only come from the text of strangers.
struct WrittenBytes {
  /// Where the bytes go.
  enum Place {
    /// A file or a pipe: no control but the line feed.
    case file
    /// A terminal whose cursor is moved by control functions only.
    case screen
    /// One whose cursor CR, LF and BS move too.
    case screenMovedByControls
  }

  /// What may not be there, each with what is around it.
  private(set) var violations: [String] = []
  /// The text, without what moves and colours it.
  private(set) var text = ""

  private let bytes: [UInt8]
  private let place: Place
  private var at = 0

  init(_ bytes: [UInt8], to place: Place) {
    self.bytes = bytes
    self.place = place
    while at < bytes.count { readNext() }
  }

  private mutating func readNext() {
    let start = at
    switch bytes[at] {
    case 0x1B where place != .file:
      at = ControlFunction.end(in: bytes, from: at)
      if !ControlFunction.isKnown(bytes[start..<at]) { report(start) }
    case 0x0A where place != .screen, 0x0D where place == .screenMovedByControls,
      0x08 where place == .screenMovedByControls:
      at += 1
      if bytes[start] == 0x0A { text += "\n" }
    case 0x0D
    where bytes[..<at].suffix(ControlFunction.leaving.count) == ControlFunction.leaving[...]:
      at += 1
    case 0x00..<0x20, 0x7F:
      at += 1
      report(start)
    case 0x20..<0x7F:
      at += 1
      text.unicodeScalars.append(Unicode.Scalar(bytes[start]))
    default: readScalar()
    }
  }

  private mutating func readScalar() {
    let start = at
    var decoder = UTF8()
    var rest = bytes[at...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else {
      at += 1
      return report(start)
    }
    at += UTF8.width(scalar)
    if !Self.isShown(scalar) { report(start) }
    text.unicodeScalars.append(scalar)
  }

  private mutating func report(_ start: Int) {
    let around = bytes[max(0, start - 12)..<min(bytes.count, max(at, start + 1) + 12)]
    violations.append("at \(start): \(String(decoding: around, as: UTF8.self).debugDescription)")
  }

  /// Whether a scalar above ASCII is one that is seen, and that reorders nothing.
  private static func isShown(_ scalar: Unicode.Scalar) -> Bool {
    // ZWNJ and ZWJ shape the letters of some scripts.
    if scalar == "\u{200C}" || scalar == "\u{200D}" { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isBidiControl { return false }
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return false
    // Signs before digits are the only ones that are seen.
    case .format:
      return [0x600...0x605, 0x6DD...0x6DD, 0x70F...0x70F].contains { $0 ~= scalar.value }
    default: return true
    }
  }
}
