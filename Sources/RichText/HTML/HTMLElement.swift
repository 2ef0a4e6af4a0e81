import HTMLTree

/// An element, as far as it matters here.
struct HTMLElement {
  /// ``HTMLName/other`` for one that HTML does not know.
  let name: HTMLName
  /// Whether it is a part of a drawing or a formula, in SVG or MathML.
  let isForeign: Bool
  /// Those that HTML knows; one without a value has an empty one.
  private let attributes: [(name: HTMLName, value: String)]
  /// How many items are right in it, if it is a list that counts down.
  let itemCount: Int

  init(_ tree: HTMLTree, _ index: Int) {
    name = tree.nodes[index].name
    attributes = tree.knownAttributes(of: index)
    isForeign = if case .foreign = tree.nodes[index].kind { true } else { false }
    let countsDown = name == .ol && attributes.contains { $0.name == .reversed }
    itemCount = countsDown ? Self.items(in: tree, index) : 0
  }

  subscript(name: HTMLName) -> String? { attributes.first { $0.name == name }?.value }

  /// Whether a word is among its classes.
  func hasClass(_ name: String) -> Bool { hasClass { $0 == name } }

  /// Whether one of its classes is such a word.
  func hasClass(where isWanted: (Substring) -> Bool) -> Bool {
    guard let words = self[.class] else { return false }
    return words.split(whereSeparator: \.isWhitespace).contains(where: isWanted)
  }

  /// An attribute's value without white space around it; nil if nothing is left.
  func text(_ name: HTMLName) -> String? {
    guard let value = self[name] else { return nil }
    let start = value.drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) }
  }

  /// An attribute's value as an integer (WHATWG HTML, section 2.3.4.1), at most a thousand million either way;
  /// nil if it does not begin with one.
  func integer(_ name: HTMLName) -> Int? {
    guard let value = self[name] else { return nil }
    var digits = value.utf8.drop {
      $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0C || $0 == 0x0D
    }
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
    var result: Int?
    for byte in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte else { break }
      result = min((result ?? 0) * 10 + Int(byte & 0x0F), 1_000_000_000)
    }
    return isNegative ? result.map { -$0 } : result
  }

  /// - Complexity: O(children).
  private static func items(in tree: HTMLTree, _ index: Int) -> Int {
    var count = 0
    var child = index + 1
    while child < tree.nodes[index].end {
      if tree.nodes[child].name == .li { count += 1 }
      child = tree.nodes[child].end
    }
    return count
  }
}
