import RichText

/// The words of all texts read so far, one after the other, and where runs of them stand.
///
/// Of every fourth place the five words from there on are kept in a table, so that every run of
/// eight words has one of them: a search that looks up each five words of a passage finds them all.
/// Memory, for each word: 4 bytes, and 1.5 to 3 in the table.
struct QuoteText: Sendable {
  private(set) var words: [QuoteWord] = [.end]
  /// Where each text begins, the earliest first.
  private(set) var starts: [UInt32] = []
  /// Where words stand, in the table of their hash: none of so many takes long to grow.
  private var tables = [QuotePlaces](repeating: QuotePlaces(), count: 256)

  /// Words that are looked up together.
  static let seed = 5
  /// From one kept place to the next: any run of `seed + step - 1` words, 8, has one.
  static let step = 4
  /// Makes room for the words of texts of this many bytes together, as far as those are of common length.
  ///
  /// All of it at once, since to move millions of words takes longer than a key may.
  mutating func reserve(bytes: Int) { words.reserveCapacity(bytes / 5) }

  /// Begins the next text.
  mutating func begin() { starts.append(UInt32(words.count)) }

  /// Adds lines to the latest text as a passage of their own.
  ///
  /// - Returns: where its words stand.
  mutating func append(
    _ lines: some Sequence<StyledText>, scanner: inout QuoteScanner
  ) -> Range<Int> {
    let start = words.count
    for line in lines { scanner.scan(line, into: &words) }
    let end = words.count
    words.append(.end)
    return start..<end
  }

  /// Gives words to the comment that they quote: they are no longer found here.
  mutating func giveAway(_ run: Range<Int>) {
    for place in run { words[place] = .quoted }
  }

  /// Where the words of a text stand.
  func range(of text: Int) -> Range<Int> {
    Int(starts[text])..<(text + 1 < starts.count ? Int(starts[text + 1]) : words.count)
  }

  /// How many words some texts have together; those not read yet have none.
  func words(from text: Int, texts count: Int) -> Int {
    let end = text + count
    guard text < starts.count else { return 0 }
    return (end < starts.count ? Int(starts[end]) : words.count) - Int(starts[text])
  }

  /// The text to which a place belongs.
  ///
  /// - Complexity: O(log texts).
  func text(at place: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(starts[middle]) <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// Makes the latest text one that can be found.
  mutating func index() {
    guard let start = starts.last else { return }
    for place in stride(from: Int(start), to: words.count - Self.seed + 1, by: Self.step) {
      if let hash = hash(at: place) { insert(place, hash) }
    }
  }

  /// The hash of the words from a place on; nil if something ends there.
  func hash(at place: Int) -> UInt64? { words.hash(at: place) }

  /// The hash of some words; nil if a passage ends among them.
  func hash(of run: Range<Int>) -> UInt64? { words.hash(of: run) }

  private mutating func insert(_ place: Int, _ hash: UInt64) {
    tables[Self.table(of: hash)].insert(place, hash, in: words)
  }

  /// The number of the table that has what a hash is of: bits that the tables themselves do not use.
  private static func table(of hash: UInt64) -> Int { Int(hash >> 48 & 255) }

  /// Calls `body` with each indexed place at which the same five words stand as at this one.
  ///
  /// - Parameters:
  ///   - place: with at least five words after it.
  ///   - body: is given places, in no order.
  func forEachPlace(like place: Int, _ body: (Int) -> Void) {
    guard let hash = hash(at: place) else { return }
    tables[Self.table(of: hash)].forEach(like: place, hash, in: words, body)
  }

  /// How far the same words are before two places, at most `limit`.
  func equalBefore(_ one: Int, _ other: Int, limit: Int) -> Int {
    var count = 0
    while count < limit, words[one - count - 1].isText,
      words[one - count - 1] == words[other - count - 1]
    { count += 1 }
    return count
  }

  /// How far the same words stand from two places on, at most `limit`.
  func equalAfter(_ one: Int, _ other: Int, limit: Int) -> Int {
    var count = 0
    while count < limit, one + count < words.count, other + count < words.count,
      words[one + count].isText, words[one + count] == words[other + count]
    { count += 1 }
    return count
  }

  /// Where some words stand again, in a range of places.
  ///
  /// - Parameters:
  ///   - run: not empty.
  ///   - range: where to look.
  ///   - isWhole: whether a passage has to begin before and to end after them.
  /// - Returns: whether they do.
  /// - Complexity: O(length of the range).
  func contains(_ run: Range<Int>, in range: Range<Int>, isWhole: Bool) -> Bool {
    guard range.count >= run.count else { return false }
    let first = words[run.lowerBound]
    for place in range.lowerBound...range.upperBound - run.count where words[place] == first {
      guard equalAfter(run.lowerBound, place, limit: run.count) == run.count else { continue }
      if !isWhole { return true }
      let end = place + run.count
      if words[place - 1] == .end, end == range.upperBound || words[end] == .end { return true }
    }
    return false
  }

  /// The weight of words, in halves of a word.
  func halves(_ run: Range<Int>) -> Int { run.reduce(0) { $0 + words[$1].halves } }
}

/// Some places at which five words stand, by the hash of those.
private struct QuotePlaces: Sendable {
  /// Places; 0 if the slot is free.
  private var slots: [UInt32] = []
  /// A byte of the hash for each slot that is taken, so that few places are looked at in vain.
  private var tags: [UInt8] = []
  private var used = 0

  /// Places that are kept of the same five words; more have only phrases that everybody uses.
  private static let most = 16
  /// Slots of a table in which nothing was yet.
  private static let fewest = 8

  private func tag(_ hash: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: hash >> 56) | 1 }

  private func firstSlot(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }

  private func slot(after slot: Int) -> Int { (slot + 1) & (slots.count - 1) }

  mutating func insert(_ place: Int, _ hash: UInt64, in words: [QuoteWord]) {
    if (used + 1) * 8 > slots.count * 7 { grow(words) }
    var slot = firstSlot(hash)
    var alike = 0
    while slots[slot] != 0 {
      if tags[slot] == tag(hash), words.areSeeds(at: Int(slots[slot]), place) { alike += 1 }
      if alike >= Self.most { return }
      slot = self.slot(after: slot)
    }
    slots[slot] = UInt32(place)
    tags[slot] = tag(hash)
    used += 1
  }

  private mutating func grow(_ words: [QuoteWord]) {
    let old = slots
    slots = [UInt32](repeating: 0, count: max(Self.fewest, old.count * 2))
    tags = [UInt8](repeating: 0, count: slots.count)
    for place in old where place != 0 {
      guard let hash = words.hash(at: Int(place)) else { continue }
      var slot = firstSlot(hash)
      while slots[slot] != 0 { slot = self.slot(after: slot) }
      slots[slot] = place
      tags[slot] = tag(hash)
    }
  }

  func forEach(like place: Int, _ hash: UInt64, in words: [QuoteWord], _ body: (Int) -> Void) {
    if slots.isEmpty { return }
    let tag = tag(hash)
    var slot = firstSlot(hash)
    while slots[slot] != 0 {
      if tags[slot] == tag, words.areSeeds(at: Int(slots[slot]), place) { body(Int(slots[slot])) }
      slot = self.slot(after: slot)
    }
  }
}

extension [QuoteWord] {
  /// The hash of the five words from a place on; nil if something ends there.
  fileprivate func hash(at place: Int) -> UInt64? { hash(of: place..<place + QuoteText.seed) }

  fileprivate func hash(of run: Range<Int>) -> UInt64? {
    guard run.upperBound <= count else { return nil }
    var hash: UInt64 = 0
    for index in run {
      guard self[index].isText else { return nil }
      hash = self[index].hash(after: hash)
    }
    return hash ^ hash >> 32
  }

  /// Whether the same five words stand at two places.
  fileprivate func areSeeds(at one: Int, _ other: Int) -> Bool {
    (0..<QuoteText.seed).allSatisfy { self[one + $0] == self[other + $0] }
  }
}

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
