import DiscussionModel
import RichText

extension Page {
  /// Whether an entry has text that is shown only when asked for.
  func hidesText(_ entry: Int) -> Bool {
    let blocks: [Block]
    switch kind(of: entry) {
    case .article: blocks = articleBlocks
    case .notice, .links: return false
    case .comment(let position):
      let comment = comment(at: position)
      if comment.details?.warning != nil { return true }
      blocks = self.blocks(of: comment)
    }
    return blocks.contains { if case .hidden = $0 { true } else { false } }
  }
}
