/// A stack of bits, 64 to a word: a million open arrays cost 125 kB.
struct BitStack: Equatable, Sendable {
  private var words: [UInt64] = []
  private(set) var count = 0

  /// The last bit pushed; nil when there is none.
  var top: Bool? {
    guard count > 0 else { return nil }
    let word = words[(count - 1) >> 6] >> UInt64((count - 1) & 63)
    return word & 1 == 1
  }

  mutating func push(_ bit: Bool) {
    if count & 63 == 0 { words.append(0) }
    let mask: UInt64 = 1 << UInt64(count & 63)
    if bit { words[count >> 6] |= mask } else { words[count >> 6] &= ~mask }
    count += 1
  }

  /// Removes the last bit; there must be one.
  mutating func pop() {
    count -= 1
    if count & 63 == 0 { words.removeLast() }
  }
}
