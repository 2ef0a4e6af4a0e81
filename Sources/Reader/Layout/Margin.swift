import RichText
import TextGrid

/// What stands to the left of a block: signs of quotes, and bullets or numbers of lists.
struct Margin {
  /// In the block's first row.
  var first: [TextRow.Part] = []
  /// In all other rows; as wide.
  private(set) var rest: [TextRow.Part] = []
  private(set) var width = 0

  init() {}

  /// - Parameters:
  ///   - containers: what the block is in, outermost first.
  ///   - columns: cells for margin and text together; the margin takes at most half of them, and
  ///     what is deeper is not told.
  init(of containers: [Block.Container], columns: Int) {
    for container in containers {
      let sign: TextRow.Part
      let other: TextRow.Part
      switch container {
      case .quote:
        sign = TextRow.Part(text: "▏ ", role: .quoteMark)
        other = sign
      case .item(let marker, let isFirst):
        let blank = SafeText(String(repeating: " ", count: marker.width))
        other = TextRow.Part(text: blank, role: .listMark)
        sign = isFirst ? TextRow.Part(text: marker, role: .listMark) : other
      }
      let wider = width + sign.text.width
      if wider * 2 > columns { return }
      width = wider
      first.append(sign)
      rest.append(other)
    }
  }
}
