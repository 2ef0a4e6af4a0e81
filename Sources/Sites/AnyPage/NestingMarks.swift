import HTMLTree

/// How deep comments stand by what the page says about each: a number in a class or an attribute, a margin, the width
/// of a blank picture.
enum NestingMarks {
  /// The depths, in whatever unit, and what says so; nil if nothing does.
  ///
  /// - Complexity: O(comments × parts that are looked at).
  static func find(_ parts: CommentParts) -> (depths: [Int], sign: String)? {
    var sources: [String: [Int?]] = [:]
    let count = parts.spans.count
    for place in parts.spans.indices {
      for mark in marks(of: place, parts) {
        if sources[mark.sign] == nil {
          sources[mark.sign] = [Int?](repeating: nil, count: count)
        }
        if sources[mark.sign]?[place] == nil { sources[mark.sign]?[place] = mark.depth }
      }
    }
    let order = sources.sorted { (rank($0.key), $0.key) < (rank($1.key), $1.key) }
    for (sign, values) in order {
      let there = values.compactMap { $0 }
      let least = there.min() ?? 0
      guard there.count * 2 >= count || sign.hasPrefix("class") || sign.hasPrefix("style") else {
        continue
      }
      let fallback = there.count == count ? least : min(0, least)
      let depths = values.map { $0 ?? fallback }
      if isNesting(depths) { return (depths, sign) }
    }
    return nil
  }

  private static func rank(_ sign: String) -> Int {
    sign.hasPrefix("attribute") ? 0 : sign.hasPrefix("class") ? 1 : sign.hasPrefix("style") ? 2 : 3
  }

  /// Whether numbers can be depths: the first one is the least, and hardly any is deeper than one below the one before
  /// it.
  static func isNesting(_ depths: [Int]) -> Bool {
    guard let first = depths.first, let least = depths.min(), let most = depths.max(), least < most,
      first == least
    else { return false }
    let levels = Set(depths).sorted()
    // Depths are few, unless the comments are.
    guard levels.count * 2 <= depths.count || levels.count <= 6 else { return false }
    var rank: [Int: Int] = [:]
    for (place, level) in levels.enumerated() { rank[level] = place }
    var jumps = 0
    for (one, other) in zip(depths, depths.dropFirst()) {
      if let one = rank[one], let other = rank[other], other > one + 1 { jumps += 1 }
    }
    return jumps * 10 <= depths.count
  }

  private struct Mark {
    let sign: String
    let depth: Int
  }

  private static let attributes: Set<String> = [
    "data-depth", "data-level", "data-indent", "data-nesting", "data-nesting-level", "aria-level",
    "data-indent-level", "data-comment-depth", "data-comment-level", "data-thread-level", "depth",
    "level", "indent", "data-nest-level", "data-tier",
  ]

  private static let words: Set<String> = [
    "depth", "level", "lvl", "indent", "nest", "nested", "nesting", "tier", "generation", "offset",
    "ml", "pl", "ms", "ps", "margin", "padding", "ebene", "stufe", "einzug", "niveau", "nivel",
    "livello", "l", "d", "lev", "indentation", "tab", "inset", "shift", "thread",
  ]

  private static func marks(of place: Int, _ parts: CommentParts) -> [Mark] {
    let tree = parts.survey.tree
    let span = parts.spans[place]
    var result: [Mark] = []
    // What has nothing in it but the comment, and the beginning of the comment.
    var nodes = [span.start]
    var at = span.start
    for _ in 0..<3 {
      guard let parent = tree.nodes[at].parent, tree.nodes[parent].name != .body else { break }
      let isFirst = place == 0 || parts.spans[place - 1].start < parent
      let isOnly =
        place + 1 == parts.spans.count || parts.spans[place + 1].start >= tree.nodes[parent].end
      guard isFirst, isOnly else { break }
      nodes.append(parent)
      at = parent
    }
    let outer = nodes.count
    at = span.start + 1
    while at < span.end, nodes.count < outer + 10 {
      if parts.owners[at] != Int32(place) { break }
      if tree.nodes[at].isElement { nodes.append(at) }
      at += 1
    }
    for (order, node) in nodes.enumerated() {
      let isOwn = order < outer
      for attribute in tree.attributes(of: node) {
        switch attribute.name {
        case "class":
          for word in attribute.value.split(whereSeparator: \.isWhitespace).prefix(16) {
            if let mark = mark(inClass: word) { result.append(mark) }
          }
        case "style":
          result += marks(inStyle: attribute.value, isOwn: isOwn)
        case "width":
          if !isOwn, let width = Int(attribute.value), isBlank(node, tree) {
            result.append(Mark(sign: "width of a blank picture", depth: width))
          }
        default:
          if attributes.contains(attribute.name), let depth = Int(attribute.value),
            0...10_000 ~= depth
          {
            result.append(Mark(sign: "attribute \(attribute.name)", depth: depth))
          }
        }
      }
    }
    return result
  }

  private static func isBlank(_ node: Int, _ tree: HTMLTree) -> Bool {
    switch tree.nodes[node].name {
    case .img:
      if let alt = tree.shortAttribute(.alt, of: node), !alt.isEmpty { return false }
      return true
    case .td: return tree.nodes[node].end <= node + 2
    default: return false
    }
  }

  /// `depth-3`, `level3`, `comment--indent_2`.
  private static func mark(inClass word: Substring) -> Mark? {
    guard word.utf8.count <= 40 else { return nil }
    let digits = word.reversed().prefix { $0.isASCII && $0.isNumber }
    guard 1...3 ~= digits.count, digits.count < word.count else { return nil }
    let head = word.dropLast(digits.count)
    let names = head.split { !$0.isLetter }
    guard let last = names.last, let depth = Int(String(digits.reversed())) else { return nil }
    var name = last.lowercased()
    if !words.contains(name) {
      // nestedLevel3
      let capital = last.lastIndex { $0.isUppercase }
      guard let capital else { return nil }
      name = last[capital...].lowercased()
      guard words.contains(name) else { return nil }
    }
    return Mark(sign: "class \(head)N", depth: depth)
  }

  /// `margin-left: 40px`, `padding-left:2em`, `--depth: 3`.
  private static func marks(inStyle style: String, isOwn: Bool) -> [Mark] {
    var result: [Mark] = []
    for part in style.prefix(400).split(separator: ";") {
      let pair = part.split(separator: ":", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let name = pair[0].filter { !$0.isWhitespace }.lowercased()
      var value = pair[1].drop { $0.isWhitespace }
      if name == "margin" || name == "padding" {
        let sides = value.split(separator: " ")
        guard sides.count == 4 else { continue }
        value = sides[3]
      } else {
        let isVariable =
          name.hasPrefix("--") && (name.has("depth") || name.has("level") || name.has("indent"))
        guard isVariable || indents.contains(name) || isOwn && name == "left" else { continue }
      }
      let digits = value.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      guard let number = Double(digits), 0...100_000 ~= number else { continue }
      result.append(Mark(sign: "style \(name)", depth: Int((number * 100).rounded())))
    }
    return result
  }

  private static let indents: Set<String> = [
    "margin-left", "padding-left", "margin-inline-start", "padding-inline-start", "margin-right",
    "text-indent", "border-left-width",
  ]
}
