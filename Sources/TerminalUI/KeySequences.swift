import TextGrid

/// The sequences of bytes that a terminal sends for its keys.
struct KeySequences {
  /// Searched linearly: there are few, and a dictionary would slow the start.
  private let keys: [(bytes: [UInt8], key: Key)]

  /// - Parameter keys: sequences that begin with ESC; others are skipped. Of equal ones the last counts.
  init(_ keys: [(bytes: [UInt8], key: Key)]) {
    self.keys = keys.filter { $0.bytes.count > 1 && $0.bytes.first == 0x1B }
  }

  func key(_ bytes: [UInt8]) -> Key? { keys.last { $0.bytes == bytes }?.key }

  /// Whether more bytes may make a key of these.
  func isBeginning(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && keys.contains { $0.bytes.count > bytes.count && $0.bytes.starts(with: bytes) }
  }

  /// Those that terminfo knows.
  ///
  /// - Parameter capability: what it has under a name; nil for nothing.
  init(capability: (String) -> String?) {
    self.init(
      Self.names.compactMap { name, key in capability(name).map { (Array($0.utf8), key) } })
  }

  private static let names: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kcbt", .backTab), ("kent", .enter),
      ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
