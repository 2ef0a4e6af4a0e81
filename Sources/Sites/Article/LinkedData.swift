import HTMLTree
import JSONText

/// What a page says of its article in JSON-LD (schema.org).
struct LinkedData {
  var headline: String?
  var author: String?
  var published: String?
  /// The text, without markup.
  var body: String?
  /// Whether it has to be paid for.
  var isPaid = false

  /// How deep in its script the article is.
  private var depth = Int.max

  /// Bytes of JSON-LD that are read in a page.
  private static let longest = 4 << 20

  /// Reads all scripts of a page that contain JSON-LD.
  ///
  /// - Complexity: O(length).
  init(_ tree: HTMLTree) {
    var budget = Self.longest
    for (index, node) in tree.nodes.enumerated() where node.name == .script {
      guard let type = tree.attribute(.type, of: index),
        type.lowercased().has("ld+json"), index + 1 < node.end
      else { continue }
      let bytes = Array(tree.bytes(of: index + 1))
      budget -= bytes.count
      if budget < 0 { return }
      read(Self.withoutControls(bytes))
    }
  }

  /// Many pages have line feeds within strings, which JSON forbids.
  private static func withoutControls(_ bytes: [UInt8]) -> [UInt8] {
    bytes.map { $0 < 0x20 ? 0x20 : $0 }
  }

  private mutating func read(_ bytes: [UInt8]) {
    var reader = JSONReader(bytes)
    var open: [Level] = []
    do throws(JSONError) {
      while true {
        switch try reader.next() {
        case .end: return
        case .beginObject: open.append(Level())
        case .beginArray: open.append(Level(isArray: true))
        case .endObject, .endArray:
          guard let level = open.popLast() else { return }
          close(level, in: &open)
        case .key(let name): open[open.count - 1].name = name.text(in: bytes).text
        case .string(let string): Self.set(string.text(in: bytes).text, in: &open)
        case .bool(let value): Self.set(value ? "true" : "false", in: &open)
        case .number, .null: break
        }
        if open.isEmpty, !reader.beginNext() { return }
        if open.count > Self.deepest { return }
      }
    } catch {
      return
    }
  }

  private static let deepest = 64

  /// An object or an array that is open.
  private struct Level {
    var isArray = false
    /// The member that comes.
    var name = ""
    var types: [String] = []
    var members: [String: String] = [:]
    /// Names of the objects in it, by member.
    var names: [String: [String]] = [:]
  }

  private static func set(_ value: String, in open: inout [Level]) {
    guard let level = open.indices.last else { return }
    // An array stands for its member.
    var at = level
    while at > 0, open[at].isArray { at -= 1 }
    let name = open[at].name
    if name == "@type" {
      open[at].types.append(value)
    } else if name == "author" || name == "creator" {
      open[at].names[name, default: []].append(value)
    } else if wanted.contains(name), open[at].members[name] == nil {
      open[at].members[name] = value
    }
  }

  private static let wanted: Set<String> = [
    "headline", "name", "datePublished", "dateCreated", "articleBody", "isAccessibleForFree",
  ]

  private mutating func close(_ level: Level, in open: inout [Level]) {
    if level.isArray { return }
    if level.types.contains(where: Self.isArticle) {
      // An article that is in another one, or in a list, is not what the page is about.
      if open.count < depth {
        depth = open.count
        headline = level.members["headline"] ?? level.members["name"]
        published = level.members["datePublished"] ?? level.members["dateCreated"]
        body = level.members["articleBody"]
        let names = level.names["author"] ?? level.names["creator"] ?? []
        author = names.isEmpty ? nil : names.joined(separator: ", ")
      }
      if level.members["isAccessibleForFree"]?.lowercased() == "false" { isPaid = true }
    } else if let name = level.members["name"] {
      var at = open.count - 1
      while at > 0, open[at].isArray { at -= 1 }
      guard at >= 0 else { return }
      let member = open[at].name
      if member == "author" || member == "creator" {
        open[at].names[member, default: []].append(name)
      }
    }
  }

  private static func isArticle(_ type: String) -> Bool {
    type.hasSuffix("Article") || type.hasSuffix("Posting") && !type.has("Job")
      || type.hasSuffix("BlogPost") || type == "Report" || type == "Review"
  }
}
