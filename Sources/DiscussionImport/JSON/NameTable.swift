import DiscussionModel
import JSONText

/// What becomes of a member of an object, by its name.
enum NameTable {
  enum Entry: Equatable {
    case kept(Member)
    /// Known, and of no use.
    case passedOver
    case unknown
  }

  /// Looks up a name.
  ///
  /// - Complexity: O(its length).
  static func lookUp(_ name: JSONString, in bytes: [UInt8]) -> Entry {
    if name.hasEscapes { return entry(Array(name.text(in: bytes).text.utf8)[...]) }
    return entry(bytes[name.range])
  }

  /// Open addressing: 0 for an empty slot, else 1 + a place in `names`.
  private static let slots: [UInt16] = {
    var slots = [UInt16](repeating: 0, count: 4096)
    for (place, name) in names.enumerated() {
      var slot = hash(name[...])
      while slots[slot] != 0 { slot = (slot + 1) & 4095 }
      slots[slot] = UInt16(place + 1)
    }
    return slots
  }()

  /// The names that are kept in the order of ``Member``, then the others.
  private static let names: [[UInt8]] = {
    let kept = Member.allCases.map(\.rawValue)
    let others = PassedOver.names.subtracting(kept).sorted()
    return (kept + others).map { Array($0.utf8) }
  }()

  private static let members = Member.allCases

  private static func entry(_ name: ArraySlice<UInt8>) -> Entry {
    var slot = hash(name)
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if names[place].elementsEqual(name) {
        return place < members.count ? .kept(members[place]) : .passedOver
      }
      slot = (slot + 1) & 4095
    }
    return .unknown
  }

  private static func hash(_ name: ArraySlice<UInt8>) -> Int {
    Int(truncatingIfNeeded: FNV1a.hash64(name) & 4095)
  }
}
