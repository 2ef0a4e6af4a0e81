/// A word as quotations are compared by: a hash of it, folded; equal words have equal ones.
///
/// Two different words are the same in one case of 2³¹, so that runs of words are compared by it.
struct QuoteWord: Equatable, Sendable {
  /// Odd for a word between spaces, even for a sign of a script that sets none.
  private let bits: UInt32

  private init(bits: UInt32) { self.bits = bits }

  /// What no quotation goes across: the end of a passage, a word that the site hides.
  static let end = QuoteWord(bits: 0)
  /// What stands for words that are quoted themselves: they are the quoted comment's, not this one's.
  static let quoted = QuoteWord(bits: 2)

  /// - Parameters:
  ///   - hash: of its folded text.
  ///   - isSign: whether it is a single sign of a script without spaces.
  init(hash: UInt64, isSign: Bool) {
    let mixed = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    let bits = UInt32(truncatingIfNeeded: mixed >> 32)
    self.bits = isSign ? max(4, bits & ~1) : bits | 1
  }

  var isText: Bool { bits != 0 && bits != 2 }

  /// Its weight in halves of a word: a sign counts as half a word.
  var halves: Int { 1 + Int(bits & 1) }

  /// The hash of it after what came before.
  func hash(after hash: UInt64) -> UInt64 {
    (hash ^ UInt64(bits)) &* 0x9E37_79B9_7F4A_7C15 ^ hash >> 31
  }
}
