import DiscussionModel

/// What a discussion holds, counted.
struct Summary {
  private var parts: [String] = []

  /// Counts comments, top-level ones, levels, links and masked words.
  ///
  /// - Complexity: O(length).
  init(of discussion: Discussion) {
    let thread = Thread(of: discussion.comments)
    let links = discussion.links.reduce(0) { $0 + $1.items.count }
    let masked = MaskedWords.count(in: discussion.body?.text ?? "", discussion.markup)
    var comments = counted(thread.count, "comment")
    if let deepest = thread.depths.max() {
      let roots = thread.depths.count { $0 == 0 }
      comments += ", \(roots) at top level, \(counted(Int(deepest) + 1, "level"))"
    }
    parts = [comments]
    if links > 0 { parts.append(counted(links, "link")) }
    if masked > 0 { parts.append(counted(masked, "masked word")) }
  }

  /// `6 comments, 2 at top level, 3 levels; 1 link`, without what there is none of, save comments.
  var line: String { parts.joined(separator: "; ") }
}
