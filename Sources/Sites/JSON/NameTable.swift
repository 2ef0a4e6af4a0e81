import JSONText

/// What becomes of a member of an object, by its name: it is kept, counted, or skipped.
struct NameTable: Sendable {
  enum Entry: Equatable, Sendable {
    /// With its ``Member/hash``, and whether the object that it names has names of its own choosing, such as ids.
    case kept(hash: UInt32, isMap: Bool)
    /// Words for people that nothing reads.
    case unread
    /// Of no use.
    case skipped
  }

  /// Open addressing: 0 for an empty slot, else 1 + a place in `entries`.
  private var slots = [UInt16](repeating: 0, count: 4096)
  private var entries: [(name: [UInt8], hash: UInt32, entry: Entry)] = []

  /// - Complexity: O(length of all names).
  init(_ sites: [Site]) {
    func names(_ list: KeyPath<Site, String>) -> [[UInt8]] {
      sites.flatMap { site in
        site[keyPath: list].utf8.split { [0x20, 0x0A].contains($0) }.map { Array($0) }
      }
    }
    for name in names(\.maps) { add(name, .kept(hash: Member.hash(name), isMap: true)) }
    for name in names(\.members) { add(name, .kept(hash: Member.hash(name), isMap: false)) }
    // What sites give as the reason if they refuse.
    for name in ["error", "error_message", "errors", "message"] {
      add(Array(name.utf8), .kept(hash: Member.hash(Array(name.utf8)), isMap: false))
    }
    for name in names(\.unreadTexts) { add(name, .unread) }
  }

  /// Adds a name, unless it is there.
  private mutating func add(_ name: [UInt8], _ entry: Entry) {
    guard self.entry(name[...]) == .skipped else { return }
    let hash = Member.hash(name)
    var slot = Int(hash & 4095)
    while slots[slot] != 0 { slot = (slot + 1) & 4095 }
    entries.append((name, hash, entry))
    slots[slot] = UInt16(entries.count)
  }

  /// Looks up a name.
  ///
  /// - Complexity: O(its length).
  func lookUp(_ name: JSONString, in bytes: [UInt8]) -> Entry {
    name.hasEscapes ? entry(Array(name.text(in: bytes).text.utf8)[...]) : entry(bytes[name.range])
  }

  private func entry(_ name: ArraySlice<UInt8>) -> Entry {
    let hash = Member.hash(name)
    var slot = Int(hash & 4095)
    while slots[slot] != 0 {
      let found = entries[Int(slots[slot]) - 1]
      if found.hash == hash, name.elementsEqual(found.name) { return found.entry }
      slot = (slot + 1) & 4095
    }
    return .skipped
  }
}
