/// The name of a member of an object in JSON, such as `"created_at"`.
///
/// A file keeps only members that a site lists (``Site/members``); any other is never there.
struct Member: Equatable, Sendable, ExpressibleByStringLiteral {
  let name: StaticString
  /// What stands for the name in a ``JSONTree``, never 0.
  let hash: UInt32

  init(stringLiteral name: StaticString) {
    self.name = name
    hash = name.withUTF8Buffer { Self.hash($0) }
  }

  /// FNV-1a, written out: it runs for every name in a file.
  ///
  /// - Complexity: O(length).
  @inline(__always)
  static func hash(_ name: some Collection<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash == 0 ? 1 : hash
  }

  static func == (one: Member, other: Member) -> Bool { one.hash == other.hash }
}
