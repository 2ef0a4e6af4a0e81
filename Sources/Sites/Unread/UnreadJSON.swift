import JSONText

/// What JSON is that is not a discussion, by the values at its beginning.
struct UnreadJSON {
  private var roots = 0
  /// The values that an array at the top has: all of them, strings that are links, and numbers.
  private var elements = 0
  private var links = 0
  private var numbers = 0
  /// Objects that have a title and a link.
  private var entries = 0
  /// Whether understory has exported it.
  private var isState = false

  /// Values that are looked at.
  private static let most = 10_000

  /// - Complexity: O(length of ``most`` values).
  static func kind(of bytes: [UInt8]) -> UnreadKind? { UnreadJSON(bytes).kind }

  private init(_ bytes: [UInt8]) {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var reader = JSONReader(start)
    var open: [Container] = []
    var name = ""
    var left = Self.most
    while left > 0 {
      left -= 1
      let event: JSONEvent
      do throws(JSONError) { event = try reader.next() } catch { return }
      let isElement = open.count == 1 && open.first?.isArray == true
      switch event {
      case .end: return
      case .beginObject, .beginArray:
        if isElement { elements += 1 }
        open.append(Container(isArray: event == .beginArray))
      case .endObject, .endArray:
        if let closed = open.popLast(), closed.hasLink, closed.hasTitle { entries += 1 }
      case .key(let key):
        name = key.text(in: start).text
        if open.count == 1, name == "understoryState" { isState = true }
      case .string(let value):
        let isLink =
          start[value.range].starts(with: "https:".utf8)
          || start[value.range].starts(with: "http:".utf8)
        if isElement { (elements, links) = (elements + 1, links + (isLink ? 1 : 0)) }
        if let last = open.indices.last, !open[last].isArray {
          if isLink, Self.linkNames.contains(name) { open[last].hasLink = true }
          if Self.titleNames.contains(name) { open[last].hasTitle = true }
        }
      case .number: if isElement { (elements, numbers) = (elements + 1, numbers + 1) }
      case .bool, .null: if isElement { elements += 1 }
      }
      guard open.isEmpty else { continue }
      roots += 1
      guard reader.beginNext() else { return }
    }
  }

  private struct Container {
    let isArray: Bool
    var hasLink = false
    var hasTitle = false
  }

  private static let linkNames: Set = [
    "url", "href", "link", "uri", "html_url", "story_url", "external_url", "permalink",
  ]
  private static let titleNames: Set = ["title", "name", "text", "story_title"]

  private var kind: UnreadKind? {
    if isState {
      return UnreadKind(
        "what \"state export\" wrote", "merge it with \"understory state import FILE\"")
    }
    if elements > 0, elements == numbers {
      return UnreadKind(
        "a list of numbers", "if they are ids, open the link of one")
    }
    if elements > 0 && elements == links || entries > 1 {
      return UnreadKind(
        "a list of links in JSON",
        "open one with \"understory LINK\", or give their page's web address to \"understory front\""
      )
    }
    guard roots > 1 else { return nil }
    return UnreadKind("JSON Lines of an unknown kind", "\"understory formats\" lists what is read")
  }
}
