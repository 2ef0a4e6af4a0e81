import TextGrid

/// The quotes and lists that are open while a body is read.
///
/// As deep as the markup goes, but what is deeper than ``Block/deepest`` is only counted.
struct ContainerStack {
  private var open: [Open] = []
  private var uncounted = 0

  private enum Open {
    case quote
    /// A list: its numbers, nil for bullets, and whether an item has had a block.
    case list(ListNumbers?, isTight: Bool, isBegun: Bool)
    /// An item, and whether it has had a block.
    case item(marker: SafeText, isTight: Bool, isBegun: Bool)
  }

  /// Lists and their items take two places for one level.
  private static let deepest = 2 * Block.deepest

  mutating func openQuote() { push(.quote) }

  /// Opens a list and says its numbers; nil for bullets.
  mutating func openList(_ numbers: ListNumbers?, isTight: Bool) {
    push(.list(numbers, isTight: isTight, isBegun: false))
  }

  /// Opens an item of the list.
  ///
  /// - Parameters:
  ///   - marker: what is beside it; nil for the list's own.
  ///   - value: its number; nil for the one that comes next.
  ///   - style: how its number is written; nil for as in the list.
  mutating func openItem(
    marker: SafeText? = nil, value: Int? = nil, style: ListNumbers.Style? = nil
  ) {
    if let marker {
      push(.item(marker: marker, isTight: true, isBegun: false))
      return
    }
    guard uncounted == 0, case .list(let numbers, let isTight, let isBegun) = open.last else {
      push(.item(marker: "• ", isTight: true, isBegun: false))
      return
    }
    var marker: SafeText = "• "
    if var numbers {
      numbers.next = value ?? numbers.next
      marker = numbers.marker(style)
      numbers.next &+= numbers.step
      open[open.count - 1] = .list(numbers, isTight: isTight, isBegun: isBegun)
    }
    push(.item(marker: marker, isTight: isTight, isBegun: false))
  }

  /// Opens an explanation, which is set in as an item is and has no bullet.
  mutating func openExplanation() { push(.item(marker: "  ", isTight: true, isBegun: false)) }

  /// Sets the item that was opened last apart from the one before, if it is still empty.
  mutating func loosen() {
    guard uncounted == 0, case .item(let marker, _, false) = open.last else { return }
    open[open.count - 1] = .item(marker: marker, isTight: false, isBegun: false)
  }

  /// In how many containers a block would stand.
  var depth: Int {
    min(Block.deepest, open.count { if case .list = $0 { false } else { true } })
  }

  mutating func close() {
    if uncounted > 0 { uncounted -= 1 } else { _ = open.popLast() }
  }

  private mutating func push(_ new: Open) {
    if open.count < Self.deepest { open.append(new) } else { uncounted += 1 }
  }

  /// What a block that begins now is in, and whether it is close to the block before.
  mutating func begin() -> (containers: [Block.Container], isTight: Bool) {
    var containers: [Block.Container] = []
    // Of several items that begin with this block the outermost counts.
    var isTight: Bool?
    var isInBegunItem = false
    var isInBegunList = false
    for (index, container) in open.enumerated() {
      switch container {
      case .quote: containers.append(.quote)
      case .list(let numbers, let tight, let isBegun):
        isInBegunList = isBegun
        open[index] = .list(numbers, isTight: tight, isBegun: true)
      case .item(let marker, let tight, let isBegun):
        containers.append(.item(marker: marker, isFirst: !isBegun))
        if !isBegun { isTight = isTight ?? (tight && (isInBegunItem || isInBegunList)) }
        isInBegunItem = isInBegunItem || isBegun
        open[index] = .item(marker: marker, isTight: tight, isBegun: true)
      }
    }
    return (Array(containers.prefix(Block.deepest)), isTight ?? false)
  }
}
