/// Numbers for short texts: those that are the same byte by byte have the same number, from 0 on in the order in which they
/// come.
struct TextNumbers {
  private var bytes: [UInt8] = []
  /// Where each text ends in ``bytes``.
  private var ends: [Int] = []
  /// The numbers by the hashes of their texts.
  ///
  /// -1 is in a free place; there are a power of two of them.
  private var slots: [Int32] = [Int32](repeating: -1, count: 64)
  private var hashes: [Int] = []

  /// How many there are.
  var count: Int { ends.count }

  func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  func bytes(of number: Int) -> ArraySlice<UInt8> { bytes[range(of: number)] }

  func length(of number: Int) -> Int { range(of: number).count }

  func string(_ number: Int) -> String { String(decoding: bytes(of: number), as: UTF8.self) }

  /// The number of a text, which is given one if it has none.
  ///
  /// - Complexity: O(length).
  mutating func number(of text: ArraySlice<UInt8>) -> Int {
    text.withUnsafeBufferPointer { number(of: $0) }
  }

  private mutating func number(of text: UnsafeBufferPointer<UInt8>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(text))
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if hashes[number] == hash, isEqual(number, text) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = count
    slots[slot] = Int32(number)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    if count * 2 > slots.count { grow() }
    return number
  }

  private func isEqual(_ number: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(of: number)
    guard range.count == text.count else { return false }
    return bytes.withUnsafeBufferPointer { $0[range].elementsEqual(text) }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 4)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number)
    }
  }
}

/// Numbers for pairs of numbers, from 0 on in the order in which they come.
struct PairNumbers {
  private struct Entry {
    var one: UInt64 = 0
    var other: UInt64 = 0
    /// -1 in a free place.
    var number: Int32 = -1
  }

  /// By the hashes of the pairs; there are a power of two of them.
  private var slots = [Entry](repeating: Entry(), count: 256)
  private var shift = 64 - 8
  private(set) var count = 0
  /// Other ones in each table, so that nobody can make pairs that get in each other's way.
  private let factors = (
    UInt64(bitPattern: Int64(Hasher().finalize())) | 1,
    UInt64(bitPattern: Int64(Self.hash(1))) | 1
  )

  private static func hash(_ number: Int) -> Int {
    var hasher = Hasher()
    hasher.combine(number)
    return hasher.finalize()
  }

  /// The number of a pair, which is given one if it has none.
  mutating func number(of one: UInt64, _ other: UInt64 = 0) -> Int {
    var slot = place(one, other)
    while slots[slot].number >= 0 {
      if slots[slot].one == one, slots[slot].other == other { return Int(slots[slot].number) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = count
    slots[slot] = Entry(one: one, other: other, number: Int32(number))
    count += 1
    if count * 2 > slots.count { grow() }
    return number
  }

  private func place(_ one: UInt64, _ other: UInt64) -> Int {
    let mixed = one &* factors.0 ^ (other ^ one >> 32) &* factors.1
    return Int(((mixed ^ mixed >> 29) &* factors.0) >> shift)
  }

  private mutating func grow() {
    let old = slots
    shift -= 2
    slots = [Entry](repeating: Entry(), count: old.count * 4)
    for entry in old where entry.number >= 0 {
      var slot = place(entry.one, entry.other)
      while slots[slot].number >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }
}
