public import DiscussionModel
import SeededNumbers

/// Shapes of discussions at which a pass over comments may cost more than it should.
public enum TreeShape: String, CaseIterable, Sendable {
  /// All at the top level.
  case flat
  /// Each answers the one before.
  case chain
  /// A chain on each link of which a comment without replies hangs, before and after what goes on.
  case comb
  /// Each answers any one before, or begins a thread.
  case random
  /// A chain that is told from its end: replies come before what they answer.
  case reversed

  /// A discussion of this shape.
  ///
  /// - Parameters:
  ///   - count: how many comments.
  ///   - body: what the comment with an index says.
  /// - Returns: the same one each time.
  public func discussion(of count: Int, body: (Int) -> String = { "text \($0)" }) -> Discussion {
    var random = SplitMix64(seed: 14)
    var result = Discussion(id: "shape:\(rawValue)", title: "A discussion that is \(rawValue)")
    result.comments.reserveCapacity(count)
    for index in 0..<count {
      let parent: Int? =
        switch self {
        case .flat: nil
        case .chain: index > 0 ? index - 1 : nil
        case .comb: index > 0 ? max(0, (index - 1) / 3 * 3) : nil
        case .random: index % 10 > 0 ? Int.random(in: 0..<index, using: &random) : nil
        case .reversed: index + 1 < count ? index + 1 : nil
        }
      result.comments.append(
        Comment(
          id: String(index), parent: parent.map { String($0) }, author: "author\(index % 97)",
          body: RawText(body(index))))
    }
    return result
  }
}
