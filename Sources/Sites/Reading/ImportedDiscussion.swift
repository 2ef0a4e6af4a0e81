public import DiscussionModel

/// A discussion made of another format, and what to tell whoever asked for it.
public struct ImportedDiscussion: Equatable, Sendable {
  public var discussion: Discussion
  /// What was repaired or lost, a line each.
  public var warnings: [String]
  /// How many comments are there and how many are not; nil if that is not known.
  public var account: Account?
  /// What of a page in HTML was taken for what, and why, a line each; empty for all else.
  public var explanation: [String] = []

  /// Whether it was read out of a page in HTML.
  public var isPage: Bool { !explanation.isEmpty }

  /// What was found, counted in one line.
  ///
  /// - Complexity: O(length).
  public var summary: String { Summary(of: discussion).line }
}

extension ImportedDiscussion {
  /// A discussion in which nothing was repaired or lost.
  public init(_ discussion: Discussion) { self.init(discussion: discussion, warnings: []) }

  /// How many comments there are, here and at the source.
  public struct Account: Equatable, Sendable {
    /// Comments in the discussion.
    public var read: Int
    /// Comments that are reported as missing.
    public var missing: Int
    /// How many the source says it has; nil if it does not say.
    public var source: Int?
    /// How many of those that are missing only the source's count shows: a page came twice, or the last ones did not
    /// come.
    public var unplaced = 0

    /// `10 of 60 comments that the site counts did not come`; nil if none is missing without a known place.
    public var unplacedLine: String? {
      guard unplaced > 0 else { return nil }
      let all =
        source.map { "\(unplaced) of \(counted($0, "comment"))" } ?? counted(unplaced, "comment")
      return "\(all) that the site counts are missing"
    }

    /// `198 comments read + 175 not in this file = 373; the source says 363`.
    public var line: String {
      let sum =
        "\(counted(read, "comment")) read + \(missing) not in this file = \(read.sum(missing))"
      guard let source else { return sum }
      return "\(sum); the source says \(source)"
    }
  }
}

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
