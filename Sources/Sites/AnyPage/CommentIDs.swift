import HTMLTree

/// The ids that a page gives its comments, and what leads to them.
struct CommentIDs {
  /// As the page writes them; nil for a comment that has none.
  private(set) var ids: [String?]
  /// Comments by all the names that they have.
  private var places: [String: Int] = [:]
  /// Comments by the numbers at the ends of their ids; -1 for a number that several have.
  private var numbers: [String: Int] = [:]

  /// - Complexity: O(size of the comments).
  init(_ parts: CommentParts) {
    let tree = parts.survey.tree
    let spans = parts.spans
    ids = [String?](repeating: nil, count: spans.count)
    var sources: [[String?]] = []
    sources.append(spans.map { tree.shortAttribute(.id, of: $0.start) })
    sources.append(spans.map { tree.shortAttribute(.name, of: $0.start) })
    sources.append(Self.around(parts))
    sources.append(
      spans.map { span in
        tree.attributes(of: span.start).first { Self.isID($0.name) }?.value
      })
    let inner = Self.inside(parts)
    sources.append(inner.anchors)
    sources.append(inner.links)
    var isChosen = false
    for source in sources {
      let values = source.map { value in
        value.flatMap {
          $0.isEmpty || $0.utf8.count > 120
            || $0.unicodeScalars.contains { $0.properties.isWhitespace }
            ? nil : $0
        }
      }
      let there = values.compactMap { $0 }
      guard Set(there).count == there.count, there.count * 10 >= spans.count * 8 else { continue }
      for (place, value) in values.enumerated() {
        guard let value else { continue }
        if places[value] == nil { places[value] = place }
        let digits = Self.digits(in: value)
        if !digits.isEmpty {
          numbers[digits] = numbers[digits] == nil || numbers[digits] == place ? place : -1
        }
      }
      if !isChosen { ids = values }
      isChosen = true
    }
  }

  /// The comment that a name, an anchor, or the end of an address is about.
  func place(of name: String) -> Int? {
    if let known = places[name] { return known }
    let digits = Self.digits(in: name)
    guard !digits.isEmpty, let known = numbers[digits], known >= 0 else { return nil }
    return known
  }

  /// The number at the end of an id, which may be a hexadecimal one.
  private static func digits(in name: String) -> String {
    let bytes = Array(name.utf8)
    var start = bytes.count
    while start > 0, 0x30...0x39 ~= bytes[start - 1] || 0x61...0x66 ~= bytes[start - 1] {
      start -= 1
    }
    while start < bytes.count, !(0x30...0x39 ~= bytes[start]) { start += 1 }
    return String(decoding: bytes[start...], as: UTF8.self)
  }

  private static func isID(_ name: String) -> Bool {
    if name.has("parent") || name.has("author") || name.has("user") { return false }
    return name.hasPrefix("data-") && name.hasSuffix("id") || name == "data-post"
      || name == "data-comment" || name == "thingid" || name == "data-key"
      || name == "data-fullname"
  }

  /// The ids of elements that have nothing in them but one comment.
  private static func around(_ parts: CommentParts) -> [String?] {
    let tree = parts.survey.tree
    return parts.spans.enumerated().map { place, span in
      guard let parent = tree.nodes[span.start].parent,
        let id = tree.shortAttribute(.id, of: parent),
        id.utf8.contains(where: { 0x30...0x39 ~= $0 })
      else { return nil }
      let isFirst = place == 0 || parts.spans[place - 1].start < parent
      return isFirst ? id : nil
    }
  }

  /// The first anchors and the first links to an anchor in each comment.
  private static func inside(_ parts: CommentParts) -> (anchors: [String?], links: [String?]) {
    let tree = parts.survey.tree
    var anchors = [String?](repeating: nil, count: parts.spans.count)
    var links = anchors
    func hasDigit(_ bytes: ArraySlice<UInt8>) -> Bool { bytes.contains { 0x30...0x39 ~= $0 } }
    for (index, node) in tree.nodes.enumerated() where node.isElement && parts.owners[index] >= 0 {
      let span = Int(parts.owners[index])
      guard index > parts.spans[span].start else { continue }
      if anchors[span] == nil {
        let name =
          tree.shortBytes(of: .id, in: index)
          ?? (node.name == .a ? tree.shortBytes(of: .name, in: index) : nil)
        if let name, hasDigit(name) { anchors[span] = String(decoding: name, as: UTF8.self) }
      }
      if links[span] == nil, parts.survey.linkSigns[index].contains(.hash),
        let href = tree.shortBytes(of: .href, in: index),
        let mark = href.lastIndex(of: UInt8(ascii: "#"))
      {
        let name = href[(mark + 1)...]
        if hasDigit(name) { links[span] = String(decoding: name, as: UTF8.self) }
      }
    }
    return (anchors, links)
  }
}
