import TextGrid

/// The sequences of bytes that a terminal sends for its keys.
struct KeySequences {
  private let keys: [[UInt8]: Key]
  /// Every beginning of one that is not a whole one.
  private let beginnings: Set<[UInt8]>

  /// - Parameter keys: sequences that begin with ESC; others are skipped.
  init(_ keys: [[UInt8]: Key]) {
    let known = keys.filter { $0.key.count > 1 && $0.key.first == 0x1B }
    self.keys = known
    beginnings = Set(known.keys.flatMap { bytes in (1..<bytes.count).map { Array(bytes[..<$0]) } })
  }

  func key(_ bytes: [UInt8]) -> Key? { keys[bytes] }

  /// Whether more bytes may make a key of these.
  func isBeginning(_ bytes: [UInt8]) -> Bool { beginnings.contains(bytes) }

  /// Those that terminfo knows.
  ///
  /// - Parameter capability: what it has under a name; nil for nothing.
  init(capability: (String) -> String?) {
    var keys: [[UInt8]: Key] = [:]
    for (name, key) in Self.names {
      if let text = capability(name) { keys[Array(text.utf8)] = key }
    }
    self.init(keys)
  }

  private static let names: [(name: String, key: Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kcbt", .backTab), ("kent", .enter),
      ("kbs", .backspace),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
