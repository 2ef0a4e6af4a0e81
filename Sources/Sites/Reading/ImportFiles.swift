import DiscussionModel
import JSONText

/// The objects of all files, and which format they are in.
struct ImportFiles {
  /// The objects at the top of the files and in their arrays, in order.
  private(set) var items: [JSONValue] = []
  private(set) var findings: Findings

  /// Arrays of arrays are looked into so deep, as pages that are put together have them.
  private static let deepestArray = 3

  /// Reads files.
  ///
  /// - Parameter files: names for messages, and bytes.
  /// - Throws: the first place at which one of them is not JSON.
  init(_ files: [ImportFile]) throws(ImportError) {
    var trees: [(name: String, tree: JSONTree)] = []
    for (index, file) in files.enumerated() {
      do throws(JSONError) {
        trees.append((file.name, try JSONTree(file.bytes)))
      } catch {
        throw ImportError(
          .unexpected(error.expected), in: .input(index),
          at: TextPosition(offset: error.offset, in: file.bytes))
      }
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

  /// The format that most of the first objects are in.
  ///
  /// - Throws: where they are in none, with the one that comes nearest.
  func format() throws(ImportError) -> DiscussionFormat {
    let first = items.prefix(64)
    var best: (format: DiscussionFormat, count: Int)?
    for detector in FormatDetector.all {
      let count = first.count { detector.know($0) }
      if count > best?.count ?? 0 { best = (detector.format, count) }
    }
    if let best { return best.format }
    var nearest: (format: DiscussionFormat, lacks: [String], share: Double)?
    for detector in FormatDetector.all {
      guard let (lacks, share) = first.first.flatMap({ detector.lack($0) }) else { continue }
      if share > nearest?.share ?? 0 { nearest = (detector.format, lacks, share) }
    }
    throw ImportError(
      .unknownFormat(nearest: nearest?.format, lacks: nearest?.lacks ?? []), in: .input(0))
  }
}

extension ImportFiles {
  /// The objects that a format knows; others are noted, unless there are no others.
  mutating func known(to format: DiscussionFormat) -> [JSONValue] {
    guard let detector = FormatDetector.all.first(where: { $0.format == format }) else {
      return items
    }
    let known = items.filter {
      detector.know($0) || (format == .hackerNews && AlgoliaImport.isOfPoll($0))
    }
    if known.isEmpty || known.count == items.count { return items }
    if format == .github || format == .lemmy || format == .firebase { return items }
    for item in items
    where !detector.know(item) && !(format == .hackerNews && AlgoliaImport.isOfPoll(item)) {
      findings.add(.unknownKind, at: item)
    }
    return known
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
