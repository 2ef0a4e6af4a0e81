/// A document of HTML, or a part of one, as a flat tree.
///
/// Nodes are in preorder: a node's children follow it, up to its ``Node/end``. However deep it is, walking
/// it is a loop over an array. Nothing that it refers to is ever loaded.
public struct HTMLTree: Sendable {
  /// In preorder; the tree has no node for the document itself.
  public let nodes: [Node]
  let store: Store

  public struct Node: Sendable {
    public let kind: Kind
    /// The name of an element, of HTML or not; ``HTMLName/other`` for one that HTML does not know, and
    /// for all that is not an element.
    public let name: HTMLName
    /// The index of the node that it is in; nil at the top.
    public var parent: Int? { parentIndex < 0 ? nil : Int(parentIndex) }
    /// The index after its last descendant.
    public var end: Int { Int(endIndex) }

    /// The number of its name.
    let number: Int32
    private let parentIndex: Int32
    private var endIndex: Int32
    /// Its bytes, or its attributes.
    private var lower: UInt32
    private var upper: UInt32

    init(_ kind: Kind, number: Int32, range: Range<Int>, parent: Int32, index: Int) {
      self.kind = kind
      self.number = number
      name = HTMLName(number: number)
      parentIndex = parent
      endIndex = Int32(index + 1)
      lower = UInt32(range.lowerBound)
      upper = UInt32(range.upperBound)
    }

    /// The same node in another tree, as if nothing were in it.
    func moved(to index: Int, parent: Int) -> Node {
      Node(kind, number: number, range: range, parent: Int32(parent), index: index)
    }

    /// Says that it ends before a node.
    mutating func close(before index: Int) { endIndex = Int32(index) }

    /// Adds a piece to a text.
    mutating func append(_ piece: Range<Int>, _ store: inout Store) {
      if Int(upper) != piece.lowerBound {
        if Int(upper) != store.bytes.count {
          let start = store.bytes.count
          for index in range { store.bytes.append(store.bytes[index]) }
          lower = UInt32(start)
        }
        for index in piece { store.bytes.append(store.bytes[index]) }
        upper = UInt32(store.bytes.count)
      } else {
        upper = UInt32(piece.upperBound)
      }
    }

    var range: Range<Int> { Int(lower)..<Int(upper) }
  }

  public enum Kind: Sendable {
    case element
    /// An element of SVG or MathML.
    case foreign(Foreign)
    case text
    case comment
    /// Its name is its text.
    case doctype
  }

  public enum Foreign: Sendable { case svg, mathML }

  /// What a part of a document is in, which decides how it is read.
  public enum Context: Sendable {
    /// In nothing: it is a whole document.
    case document
    /// In an element, as what is set as its inner HTML.
    case element(HTMLName)
    /// In one of SVG or MathML, by its name in lower case.
    case foreign(Foreign, String)
  }

  /// Elements that are open at once; what is nested deeper is beside what is like it, or in the last of them.
  public static let deepest = 512
  /// Bytes that are read; what follows is dropped.
  public static let longest = 1 << 30

  init(_ nodes: [Node], _ store: Store) {
    self.nodes = nodes
    self.store = store
  }

  /// Reads HTML, however broken.
  ///
  /// - Parameters:
  ///   - text: a document or a part of one.
  ///   - context: what it is in.
  /// - Complexity: O(length).
  public init(_ text: String, in context: Context = .document) {
    var text = text
    self = text.withUTF8 { HTMLTree(utf8: $0, in: context) }
  }

  /// Reads HTML in UTF-8; what is not UTF-8 is read as U+FFFD.
  ///
  /// - Complexity: O(length).
  public init(utf8 bytes: UnsafeBufferPointer<UInt8>, in context: Context = .document) {
    let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(Self.longest))
    self = CleanInput.withClean(bytes) { TreeBuilder.tree(of: $0, in: context) }
  }

  // MARK: What nodes have

  /// The text of a text, a comment, or a document type, in UTF-8; empty for an element.
  public func bytes(of index: Int) -> ArraySlice<UInt8> {
    switch nodes[index].kind {
    case .text, .comment, .doctype: store.bytes[nodes[index].range]
    case .element, .foreign: []
    }
  }

  public func text(of index: Int) -> String { String(decoding: bytes(of: index), as: UTF8.self) }

  /// How an element is called, in lower case.
  public func spelling(of index: Int) -> String {
    String(decoding: store.names.spelling(of: nodes[index].number), as: UTF8.self)
  }

  /// An attribute's value, empty if it has none; nil if the element does not have the attribute.
  ///
  /// - Complexity: O(attributes).
  public func attribute(_ name: HTMLName, of index: Int) -> String? {
    attribute(number: name.number, of: index)
  }

  /// The same for an attribute that HTML does not know, by its name in lower case.
  public func attribute(named name: String, of index: Int) -> String? {
    var name = name
    let number = name.withUTF8 { store.names.knownNumber(of: $0) }
    return number.flatMap { attribute(number: $0, of: index) }
  }

  private func attribute(number: Int32, of index: Int) -> String? {
    for attribute in attributeList(of: index) where attribute.name == number {
      return value(of: attribute)
    }
    return nil
  }

  /// The attributes of an element that HTML knows, in the order in which they were written.
  public func knownAttributes(of index: Int) -> [(name: HTMLName, value: String)] {
    attributeList(of: index).compactMap { attribute in
      let name = HTMLName(number: attribute.name)
      return name == .other ? nil : (name, value(of: attribute))
    }
  }

  /// All attributes of an element, in the order in which they were written.
  public func attributes(of index: Int) -> [(name: String, value: String)] {
    attributeList(of: index).map {
      (String(decoding: store.names.spelling(of: $0.name), as: UTF8.self), value(of: $0))
    }
  }

  func attributeList(of index: Int) -> ArraySlice<Attribute> {
    switch nodes[index].kind {
    case .element, .foreign: store.attributes[nodes[index].range]
    case .text, .comment, .doctype: []
    }
  }

  private func value(of attribute: Attribute) -> String {
    String(decoding: store.bytes[Int(attribute.lower)..<Int(attribute.upper)], as: UTF8.self)
  }
}
