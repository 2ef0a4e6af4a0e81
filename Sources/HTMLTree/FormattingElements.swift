/// The elements such as `<b>` that go on in the next paragraph (WHATWG HTML, section 13.2.4.3).
struct FormattingElements {
  /// Nodes in the tree; -1 for a mark, before which a search ends.
  private var list: [Int32] = []
  /// How many there are since the last mark.
  private var recent = 0

  /// How many are kept since the last mark, where the standard has no limit; older ones end with their paragraph.
  static let most = 8

  var count: Int { list.count }

  subscript(index: Int) -> Int32 { list[index] }

  func isMark(at index: Int) -> Bool { list[index] < 0 }

  /// Those since the last mark.
  var sinceMark: Range<Int> { list.count - recent..<list.count }

  mutating func addMark() {
    list.append(-1)
    recent = 0
  }

  mutating func add(_ node: Int32) {
    if recent == Self.most { remove(at: list.count - recent) }
    list.append(node)
    recent += 1
  }

  mutating func remove(at index: Int) {
    let isRecent = sinceMark.contains(index)
    list.remove(at: index)
    if isRecent { recent -= 1 }
  }

  mutating func insert(_ node: Int32, at index: Int) {
    let index = min(index, list.count)
    let isRecent = index >= sinceMark.lowerBound
    list.insert(node, at: index)
    if isRecent { recent += 1 }
  }

  mutating func replace(at index: Int, with node: Int32) { list[index] = node }

  func index(of node: Int32) -> Int? { list.lastIndex(of: node) }

  /// Removes all back to the last mark, and that.
  mutating func removeToMark() {
    while let last = list.popLast(), last >= 0 {}
    recent = list.count - ((list.lastIndex(of: -1) ?? -1) + 1)
  }
}
