import JSONText

/// JSON texts as a flat tree: all values in the order of their bytes, each before what is in it.
///
/// It keeps what importers ask for (``Member``) and skips every other member of an object, so that a long
/// discussion takes little more than its bytes. Nothing in it recurses. It is a class so that a
/// ``JSONValue`` costs one reference; nothing in it ever changes.
///
/// An object whose names are not known beforehand (``Site/maps``) is an array of its names and values in turn.
final class JSONTree: Sendable {
  let bytes: [UInt8]
  let nodes: [Node]
  /// The nodes of the texts, one after the other.
  let roots: [Int]
  /// Members with words for people that nothing reads and that are not empty, and the first byte of the first one's name.
  let unreadTexts: (count: Int, first: Int)

  /// One value: 16 bytes.
  struct Node {
    /// Its first byte; of a string, the one after the quotation mark.
    ///
    /// Files are shorter than 4 GiB.
    var start: UInt32
    /// Bytes of a scalar; of a container, how many nodes it takes with itself.
    var extent: UInt32
    var kind: Kind
    /// The ``Member/hash`` of the name it has in its object; 0 in an array and at the top.
    var member: UInt32
  }

  /// What a value is; a string also, whether ``JSONString`` says it has escapes or may need repair.
  enum Kind: UInt8 {
    case object, array, null, yes, no, integer, decimal
    case string, escaped, repairable, escapedRepairable
  }

  /// Reads all texts in some bytes: one, or a series with or without white space between them.
  ///
  /// - Parameters:
  ///   - bytes: less than 4 GiB.
  ///   - names: which members are kept.
  /// - Throws: the first place at which the bytes are not JSON.
  /// - Complexity: O(length).
  init(
    _ bytes: [UInt8], names: NameTable = SiteTable.standard.names
  ) throws(JSONError) {
    var builder = TreeBuilder(bytes, names)
    try builder.build()
    self.bytes = bytes
    nodes = builder.nodes
    roots = builder.roots
    unreadTexts = builder.unreadTexts
  }
}

/// The state of reading a tree.
private struct TreeBuilder {
  private let bytes: [UInt8]
  let names: NameTable
  var reader: JSONReader
  var nodes: [JSONTree.Node] = []
  var roots: [Int] = []
  var unreadTexts = (count: 0, first: 0)
  /// The containers that are open.
  private var open: [(node: Int, isMap: Bool)] = []
  /// The name of the value that comes next.
  private var member: (hash: UInt32, isMap: Bool)?

  init(_ bytes: [UInt8], _ names: NameTable) {
    self.bytes = bytes
    self.names = names
    reader = JSONReader(bytes)
    nodes.reserveCapacity(bytes.count / 90)
  }

  mutating func build() throws(JSONError) {
    repeat {
      roots.append(nodes.count)
      repeat { try step() } while !open.isEmpty
    } while reader.beginNext()
  }

  private mutating func step() throws(JSONError) {
    switch try reader.next() {
    case .beginObject: begin(.object)
    case .beginArray: begin(.array)
    case .endObject, .endArray:
      guard let container = open.popLast()?.node else { return }
      nodes[container].extent = UInt32(truncatingIfNeeded: nodes.count - container)
    case .key(let name): try take(name)
    case .string(let string): append(Self.kind(of: string), string.range)
    case .number(let number): append(number.isInteger ? .integer : .decimal, number.range)
    case .bool(let value): append(value ? .yes : .no, reader.eventOffset..<reader.offset)
    case .null: append(.null, reader.eventOffset..<reader.offset)
    case .end: throw reader.mismatch("a value")
    }
  }

  /// Keeps a name for the value after it, or skips both.
  private mutating func take(_ name: JSONString) throws(JSONError) {
    if open.last?.isMap == true { return append(Self.kind(of: name), name.range) }
    let start = reader.eventOffset
    switch names.lookUp(name, in: bytes) {
    case .kept(let hash, let isMap): member = (hash, isMap)
    case .skipped: _ = try reader.skipValue()
    case .unread:
      let value = try reader.skipValue()
      guard value.count > 2, !bytes[value].elementsEqual("null".utf8) else { return }
      if unreadTexts.count == 0 { unreadTexts.first = start }
      unreadTexts.count += 1
    }
  }

  private mutating func begin(_ kind: JSONTree.Kind) {
    let isMap = kind == .object && member?.isMap == true
    open.append((nodes.count, isMap))
    append(isMap ? .array : kind, reader.eventOffset..<reader.eventOffset)
  }

  private mutating func append(_ kind: JSONTree.Kind, _ range: Range<Int>) {
    nodes.append(
      JSONTree.Node(
        start: UInt32(truncatingIfNeeded: range.lowerBound),
        extent: UInt32(truncatingIfNeeded: range.count), kind: kind, member: member?.hash ?? 0))
    member = nil
  }

  private static func kind(of string: JSONString) -> JSONTree.Kind {
    switch (string.hasEscapes, string.mayNeedRepair) {
    case (false, false): .string
    case (true, false): .escaped
    case (false, true): .repairable
    case (true, true): .escapedRepairable
    }
  }
}
