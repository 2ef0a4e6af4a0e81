/// What is pasted, until its end comes.
struct PastedBytes: Equatable {
  /// `CSI 201 ~` (xterm's control sequences, "Bracketed Paste Mode").
  private static let end = Array("\u{1B}[201~".utf8)

  private let capacity: Int
  private var bytes: [UInt8] = []
  private var isTooLong = false
  /// How many of the last bytes may begin the end.
  private var matched = 0

  /// - Parameter capacity: how many bytes are kept at most.
  init(capacity: Int) { self.capacity = capacity }

  /// Takes a byte, and says whether it was the last one of the end.
  mutating func take(_ byte: UInt8) -> Bool {
    if byte == Self.end[matched] {
      matched += 1
      return matched == Self.end.count
    }
    // Only its first byte is an ESC.
    for passed in Self.end[..<matched] { keep(passed) }
    matched = byte == Self.end[0] ? 1 : 0
    if matched == 0 { keep(byte) }
    return false
  }

  private mutating func keep(_ byte: UInt8) {
    if bytes.count < capacity { bytes.append(byte) } else { isTooLong = true }
  }

  /// The text, with U+FFFD for what is not UTF-8; nil if it was too long.
  var text: String? { isTooLong ? nil : String(decoding: bytes, as: UTF8.self) }
}
