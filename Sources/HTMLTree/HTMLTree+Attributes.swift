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
    var found: String?
    forEachAttribute(of: index) { known, value in
      if known == name, found == nil, value.count <= longest {
        found = String(decoding: value, as: UTF8.self)
      }
    }
    return found
  }
}
