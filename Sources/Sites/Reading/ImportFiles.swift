import DiscussionModel
import JSONText

/// The objects of all files.
struct ImportFiles {
  /// The objects at the top of the files and in their arrays, in order.
  private(set) var items: [JSONValue] = []
  private(set) var findings: Findings

  /// Arrays of arrays are looked into so deep, as pages that are put together have them.
  private static let deepestArray = 3

  /// Reads files, if they have not been read already.
  ///
  /// - Parameters:
  ///   - parts: names for messages, and bytes.
  ///   - sites: those whose members are kept.
  /// - Throws: the first place at which one of them is not JSON.
  init(_ parts: [ImportPart], _ sites: SiteTable = .standard) throws(ImportError) {
    var trees: [(name: String, tree: JSONTree)] = []
    for (index, part) in parts.enumerated() {
      trees.append((part.file.name, try part.read(sites, at: index)))
    }
    findings = Findings(files: trees)
    for tree in trees.map(\.tree) {
      for root in tree.roots { take(JSONValue(tree: tree, index: root)) }
    }
  }

  /// Takes an object, or what is in an array; the stack is as deep as arrays are looked into.
  private mutating func take(_ root: JSONValue) {
    guard root.kind == .array else { return take(element: root) }
    var open = [root.elements]
    while !open.isEmpty {
      guard let value = open[open.count - 1].next() else {
        open.removeLast()
        continue
      }
      if value.kind == .array, open.count < Self.deepestArray {
        open.append(value.elements)
      } else {
        take(element: value)
      }
    }
  }

  private mutating func take(element value: JSONValue) {
    if value.kind == .object { items.append(value) } else { findings.add(.noObject, at: value) }
  }

  /// The objects that a format knows; others are noted, unless there are no others.
  mutating func known(to format: DiscussionFormat) -> [JSONValue] {
    guard let signs = format.signs else { return items }
    let (known, others) = items.reduce(into: ([JSONValue](), [JSONValue]())) { lists, item in
      if signs.know(item) || signs.alsoTakes(item) {
        lists.0.append(item)
      } else {
        lists.1.append(item)
      }
    }
    if known.isEmpty { return items }
    for item in others { findings.add(.unknownKind, at: item) }
    return known
  }
}

/// A file to be imported, and its tree if it was read already: what comes from a site is looked into before all of it
/// has come.
struct ImportPart: Sendable {
  let file: ImportFile
  private var tree: JSONTree?

  init(_ file: ImportFile) { self.file = file }

  /// Reads a file.
  ///
  /// - Throws: the first place at which it is not JSON, as one in the only file.
  init(reading file: ImportFile, _ sites: SiteTable = .standard) throws(ImportError) {
    self.init(file)
    tree = try read(sites, at: 0)
  }

  /// The file's tree.
  ///
  /// - Throws: the first place at which it is not JSON, in the file with that index.
  fileprivate func read(_ sites: SiteTable, at index: Int) throws(ImportError) -> JSONTree {
    if let tree { return tree }
    do throws(JSONError) {
      return try JSONTree(file.bytes, names: sites.names)
    } catch {
      throw ImportError(error, in: .input(index), of: JSONBytes(file.bytes))
    }
  }
}

/// A file to be imported.
public struct ImportFile: Equatable, Sendable {
  /// What messages call it.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}
