/// A tree, prepared for many selectors: it knows which names, attributes, classes and ids are in it at all, so that a selector that
/// asks for others costs nothing.
public struct TreeSearch: Sendable {
  public let tree: HTMLTree
  /// For each node the classes that it may have, as bits by their hashes.
  private let classBits: [UInt64]
  /// Names, attributes, classes and ids that may be in the tree, as bits by their hashes.
  private let present: [UInt64]

  /// Bytes of an attribute that are looked at: an element can be in many places with the same ones.
  static let longestValue = 4096

  /// Looks through a tree.
  ///
  /// - Complexity: O(size).
  public init(_ tree: HTMLTree) {
    self.tree = tree
    var classBits = [UInt64](repeating: 0, count: tree.nodes.count)
    var present = [UInt64](repeating: 0, count: 1024)
    func add(_ key: UInt64) { present[Int(key >> 6 & 1023)] |= 1 << (key & 63) }
    let store = tree.store
    store.bytes.withUnsafeBufferPointer { bytes in
      store.attributes.withUnsafeBufferPointer { attributes in
        for (index, node) in tree.nodes.enumerated() where node.isElement {
          add(SelectorKey.name(node.number))
          for attribute in attributes[node.range] {
            add(SelectorKey.attribute(attribute.name))
            let isClass = attribute.name == HTMLName.class.number
            guard isClass || attribute.name == HTMLName.id.number else { continue }
            let end = min(Int(attribute.upper), Int(attribute.lower) + Self.longestValue)
            let value = bytes[Int(attribute.lower)..<end]
            guard isClass else {
              add(SelectorKey.id(value))
              continue
            }
            var at = value.startIndex
            while at < end {
              while at < end, bytes[at].isSpace { at += 1 }
              let start = at
              while at < end, !bytes[at].isSpace { at += 1 }
              guard at > start else { continue }
              let key = SelectorKey.hasClass(bytes[start..<at])
              add(key)
              classBits[index] |= 1 << (key >> 20 & 63)
            }
          }
        }
      }
    }
    self.classBits = classBits
    self.present = present
  }

  /// The elements that a selector matches, in the order of the tree.
  ///
  /// - Parameters:
  ///   - selector: what is looked for; it is about the whole tree.
  ///   - root: the element in whose subtree it is looked for, itself included; nil for the whole tree.
  /// - Returns: their indices, ascending.
  /// - Complexity: O(size of the subtree × parts of the selector that can be in the tree), and O(depth) for what it
  ///   is in.
  public func indices(matching selector: Selector, in root: Int? = nil) -> [Int] {
    var result: [Int] = []
    run(selector, root.map { $0..<tree.nodes[$0].end } ?? tree.nodes.indices) { index in
      result.append(index)
      return true
    }
    return result
  }

  /// The first element that a selector matches.
  public func firstIndex(matching selector: Selector, in root: Int? = nil) -> Int? {
    var result: Int?
    run(selector, root.map { $0..<tree.nodes[$0].end } ?? tree.nodes.indices) { index in
      result = index
      return false
    }
    return result
  }

  private func run(_ selector: Selector, _ range: Range<Int>, _ found: (Int) -> Bool) {
    let compounds = possible(selector.compounds)
    if compounds.isEmpty { return }
    SelectorMatcher.run(compounds, tree, classBits, range, found)
  }

  /// The alternatives whose parts may all be in the tree.
  private func possible(_ compounds: [Selector.Compound]) -> [Selector.Compound] {
    var result: [Selector.Compound] = []
    var start = 0
    var isPossible = true
    for compound in compounds {
      if case .first = compound.relation {
        start = result.count
        isPossible = true
      }
      if isPossible, !compound.keys(tree.store.names).allSatisfy(has) {
        isPossible = false
        result.removeSubrange(start...)
      }
      if isPossible { result.append(compound) }
    }
    return result
  }

  private func has(_ key: UInt64?) -> Bool {
    guard let key else { return false }
    return present[Int(key >> 6 & 1023)] >> (key & 63) & 1 == 1
  }
}

/// Hashes by which names, classes and ids are known.
enum SelectorKey {
  static func name(_ number: Int32) -> UInt64 { mixed(UInt64(UInt32(bitPattern: number)) &+ 1) }

  static func attribute(_ number: Int32) -> UInt64 {
    mixed(UInt64(UInt32(bitPattern: number)) &+ 0x9E37_79B9_0000)
  }

  static func hasClass(_ word: some Collection<UInt8>) -> UInt64 {
    hash(word, 0x9E37_79B9_7F4A_7C15)
  }

  static func id(_ word: some Collection<UInt8>) -> UInt64 { hash(word, 0xC2B2_AE3D_27D4_EB4F) }

  /// FNV-1a, mixed so that all bits count.
  private static func hash(_ word: some Collection<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash = seed
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  private static func mixed(_ hash: UInt64) -> UInt64 {
    let hash = (hash ^ hash >> 29) &* 0xBF58_476D_1CE4_E5B9
    return hash ^ hash >> 32
  }
}

extension Selector.Compound {
  /// What an element that it matches has; nil for a name that is not in the tree.
  func keys(_ names: NameTable) -> [UInt64?] {
    var keys: [UInt64?] = []
    if var type {
      keys.append(type.withUTF8 { names.knownNumber(of: $0) }.map { SelectorKey.name($0) })
    }
    for test in tests {
      switch test {
      case .hasClass(let word): keys.append(SelectorKey.hasClass(word))
      case .attribute("id", .equal, let value, ignoresCase: false):
        keys.append(SelectorKey.id(value))
      case .attribute(var name, _, _, ignoresCase: _):
        let number = name.withUTF8 { names.knownNumber(of: $0) }
        keys.append(number.map { SelectorKey.attribute($0) })
      case .nthChild, .lastChild, .not: break
      }
    }
    return keys
  }
}
