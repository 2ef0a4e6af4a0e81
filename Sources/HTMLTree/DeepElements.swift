/// Elements that are nested too deep to be open where they were written, until their ends come.
struct DeepElements {
  /// The names of those that were put beside what would be in them.
  private var beside: [Int32] = []
  /// Those that were ended early to make room.
  private var early: [Early] = []

  private struct Early {
    let number: Int32
    let isImplied: Bool
    /// How many elements are open where it was.
    let height: Int
  }

  /// Elements that are kept free for what is in one that was given room.
  static let room = 32
  /// Open elements, from the innermost one, among which one that is like the next is looked for.
  static let farthest = 96

  /// Elements without an end tag that are skipped for one that has it.
  private static let mostImplied = 8

  mutating func putBeside(_ number: Int32) { beside.append(number) }

  /// Forgets those that were put beside others, since there is room again.
  mutating func forgetBeside() { if !beside.isEmpty { beside = [] } }

  mutating func endEarly(_ entry: OpenElements.Entry, height: Int) {
    early.append(
      Early(
        number: entry.number, isImplied: NameSet.implied.contains(entry.name), height: height))
  }

  /// Whether an end tag is for one of them, which has ended then.
  ///
  /// - Parameters:
  ///   - number: the number of its name.
  ///   - count: how many elements are open.
  /// - Returns: false for the end tag of any other element.
  mutating func end(_ number: Int32, open count: Int) -> Bool {
    if beside.last == number {
      beside.removeLast()
      return true
    }
    // What they were in has ended.
    while let last = early.last, last.height > count { early.removeLast() }
    var index = early.count - 1
    let first = max(0, early.count - Self.mostImplied)
    while index >= first, early[index].height == count {
      if early[index].number == number {
        early.removeSubrange(index...)
        return true
      }
      // The end of one that needs no end tag may never come.
      guard early[index].isImplied else { return false }
      index -= 1
    }
    return false
  }
}

extension NameSet {
  /// Elements that can be ended early: nothing depends on them but what is in them.
  static let plainBlocks: NameSet = [
    .article, .aside, .blockquote, .center, .dd, .details, .div, .dl, .dt, .fieldset, .footer,
    .header, .li, .main, .ol, .other, .p, .section, .ul,
  ]
}
