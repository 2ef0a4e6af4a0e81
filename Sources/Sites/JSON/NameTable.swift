import JSONText

/// What becomes of a member of an object, by its name.
enum NameTable {
  enum Entry: Equatable {
    case kept(Member)
    /// Known, and of no use.
    case passedOver
    /// Known, and words for people that nothing reads.
    case unread
    case unknown
  }

  /// Looks up a name.
  ///
  /// - Complexity: O(its length).
  static func lookUp(_ name: JSONString, in bytes: [UInt8]) -> Entry {
    if name.hasEscapes {
      let text = Array(name.text(in: bytes).text.utf8)
      return entry(0..<text.count, of: text)
    }
    return entry(name.range, of: bytes)
  }

  /// Open addressing: 0 for an empty slot, else 1 + a place in `names`.
  private static let slots: [UInt16] = {
    var slots = [UInt16](repeating: 0, count: 4096)
    for (place, name) in names.enumerated() {
      var slot = hash(0..<name.count, of: name)
      while slots[slot] != 0 { slot = (slot + 1) & 4095 }
      slots[slot] = UInt16(place + 1)
    }
    return slots
  }()

  /// The names that are kept in the order of ``Member``, then the others.
  private static let names: [[UInt8]] = {
    let kept = Member.allCases.map(\.rawValue)
    let unread = PassedOver.texts.subtracting(kept).sorted()
    let others = PassedOver.names.subtracting(kept).subtracting(unread).sorted()
    return (kept + unread + others).map { Array($0.utf8) }
  }()

  private static let members = Member.allCases
  /// Where in `names` those end that are words for people.
  private static let endOfTexts =
    members.count + PassedOver.texts.subtracting(members.map(\.rawValue)).count

  private static func entry(_ range: Range<Int>, of bytes: [UInt8]) -> Entry {
    var slot = hash(range, of: bytes)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if isEqual(names[place], to: range, of: bytes) {
        if place < members.count { return .kept(members[place]) }
        return place < endOfTexts ? .unread : .passedOver
      }
      slot = (slot + 1) & 4095
    }
    return .unknown
  }

  private static func isEqual(_ name: [UInt8], to range: Range<Int>, of bytes: [UInt8]) -> Bool {
    guard name.count == range.count else { return false }
    for (place, byte) in name.enumerated() where bytes[range.lowerBound + place] != byte {
      return false
    }
    return true
  }

  /// FNV-1a, written out: it runs for every name in the file.
  private static func hash(_ range: Range<Int>, of bytes: [UInt8]) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for place in range { hash = (hash ^ UInt32(bytes[place])) &* 0x0100_0193 }
    return Int((hash ^ hash >> 16) & 4095)
  }
}
