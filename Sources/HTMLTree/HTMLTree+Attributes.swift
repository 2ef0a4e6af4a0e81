/// Attributes without a copy of their values, for whoever looks at all elements of a page.
extension HTMLTree {
  /// Shows the attributes of an element that HTML knows, in the order in which they were written.
  ///
  /// One tag of formatting can stand for many elements, so that looking at all attributes of each would take longer than
  /// the document is.
  ///
  /// - Parameters:
  ///   - index: a node; one that is not an element has no attributes.
  ///   - limit: how many attributes are looked at.
  ///   - body: takes the name and the value, in UTF-8.
  /// - Complexity: O(limit).
  public func forEachAttribute(
    of index: Int, limit: Int = 40, _ body: (HTMLName, ArraySlice<UInt8>) -> Void
  ) {
    for attribute in attributeList(of: index).prefix(limit) {
      let name = HTMLName(number: attribute.name)
      if name == .other { continue }
      body(name, store.bytes[Int(attribute.lower)..<Int(attribute.upper)])
    }
  }

  /// The same value as of ``attribute(_:of:)``, in UTF-8, if it is among the first attributes and not longer than `longest`
  /// bytes.
  ///
  /// - Complexity: O(1).
  public func shortAttribute(_ name: HTMLName, of index: Int, longest: Int = 4096) -> String? {
    shortBytes(of: name, in: index, longest: longest).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The same value in UTF-8.
  public func shortBytes(
    of name: HTMLName, in index: Int, longest: Int = 4096
  ) -> ArraySlice<UInt8>? {
    guard nodes[index].isElement else { return nil }
    let range = nodes[index].range
    let number = name.number
    for place in range.prefix(40) where store.attributes[place].name == number {
      let attribute = store.attributes[place]
      let value = Int(attribute.lower)..<Int(attribute.upper)
      if value.count <= longest { return store.bytes[value] }
    }
    return nil
  }

  /// Looks up some names of attributes, for ``forEachAttribute(of:among:_:)``.
  ///
  /// - Complexity: O(names + names in the tree).
  public func attributeKeys(_ names: [String]) -> AttributeKeys {
    var places = [Int32](repeating: -1, count: store.names.count)
    for (place, name) in names.enumerated() {
      var name = name
      if let number = name.withUTF8({ store.names.knownNumber(of: $0) }) {
        places[Int(number)] = Int32(place)
      }
    }
    return AttributeKeys(places: places, names: names)
  }

  /// Looks up the names that meet a condition, of all that HTML does not know, and then some others.
  public func attributeKeys(where isWanted: (String) -> Bool, and names: [String]) -> AttributeKeys
  {
    let added = store.names.added.map { String(decoding: $0, as: UTF8.self) }
    return attributeKeys(added.filter { isWanted($0) } + names)
  }

  /// Shows those attributes of an element that have one of some names, in the order in which they were written.
  ///
  /// - Parameters:
  ///   - index: a node; one that is not an element has no attributes.
  ///   - keys: the names, looked up in this tree.
  ///   - body: takes the place of the name among them and the value, in UTF-8; returns whether it wants more.
  /// - Complexity: O(attributes).
  public func forEachAttribute(
    of index: Int, among keys: AttributeKeys, _ body: (Int, ArraySlice<UInt8>) -> Bool
  ) {
    guard nodes[index].isElement, keys.isAny else { return }
    for place in nodes[index].range {
      let attribute = store.attributes[place]
      let key = keys.places[Int(attribute.name)]
      if key < 0 { continue }
      if !body(Int(key), store.bytes[Int(attribute.lower)..<Int(attribute.upper)]) { return }
    }
  }
}

/// Names of attributes, looked up once for a tree.
public struct AttributeKeys: Sendable {
  /// For each name in the tree its place in ``names``; -1 for all others.
  let places: [Int32]
  public let names: [String]
  /// Whether one of them may be in the tree.
  public let isAny: Bool

  init(places: [Int32], names: [String]) {
    self.places = places
    self.names = names
    isAny = places.contains { $0 >= 0 }
  }

  /// Whether a name may be in the tree, by its place in ``names``.
  public func has(_ place: Int) -> Bool { places.contains(Int32(place)) }
}
