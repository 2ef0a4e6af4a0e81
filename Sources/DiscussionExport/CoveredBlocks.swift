import DiscussionModel
import RichText
import TextGrid

/// Blocks side by side that are hidden as one, or that are not hidden.
struct CoveredBlocks {
  let cover: Block.Cover?
  var blocks: [Block]

  /// The runs of some blocks, top to bottom; together they are all of them.
  static func runs(of blocks: [Block]) -> [CoveredBlocks] {
    var runs: [CoveredBlocks] = []
    for block in blocks {
      if let last = runs.last, isOne(last.cover, block.cover) {
        runs[runs.count - 1].blocks.append(block)
      } else {
        runs.append(CoveredBlocks(cover: block.cover, blocks: [block]))
      }
    }
    return runs
  }

  private static func isOne(_ one: Block.Cover?, _ other: Block.Cover?) -> Bool {
    switch (one, other) {
    case (nil, nil), (.masked, .masked): true
    case (.spoiler(_, let number), .spoiler(_, let otherNumber)): number == otherNumber
    case (nil, _), (.masked, _), (.spoiler, _): false
    }
  }

  /// What stands for words that the site hides, all of them together.
  var wordsHidden: SafeText {
    let words = blocks.reduce(0) { sum, block in
      if case .masked(let words) = block.cover { sum + words } else { sum }
    }
    return SafeText("▒ \(counted(words, "word")) hidden by the site")
  }
}

/// What a list says before an item.
enum ItemMarker: Equatable {
  case bullet
  case number(Int)
  /// An explanation below what it explains.
  case none

  init(_ marker: SafeText) {
    let sign = marker.trimmedEnd.string
    if sign.isEmpty {
      self = .none
    } else if sign.hasSuffix("."), let number = Int(sign.dropLast()) {
      self = .number(number)
    } else if sign.hasPrefix("[^"), let number = Int(sign.dropFirst(2).dropLast()) {
      // A footnote.
      self = .number(number)
    } else {
      self = .bullet
    }
  }
}

extension Block.Container {
  /// Whether a block in this container goes on in one that is open: the same quote or item.
  func continues(_ open: Block.Container) -> Bool {
    switch (self, open) {
    case (.quote, .quote): true
    case (.item(_, let isFirst), .item): !isFirst
    case (.quote, _), (.item, _): false
    }
  }
}
