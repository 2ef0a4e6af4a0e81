/// Comments that are counted, or are known to exist, and cannot be read.
public struct Unreadable: Equatable, Sendable {
  /// Deleted at their source: they are in their place, without a text.
  public var deleted: Int
  /// On the site, and not in the file.
  public var missing: Int

  public init(deleted: Int = 0, missing: Int = 0) {
    self.deleted = deleted
    self.missing = missing
  }

  /// In words, `3 deleted, 12 missing`; empty if all can be read.
  public var words: String {
    [(deleted, "deleted"), (missing, "missing")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)" }.joined(separator: ", ")
  }

  /// The same after a count of comments: ` (3 deleted, 12 missing)`; empty if all can be read.
  public var note: String { words.isEmpty ? "" : " (\(words))" }
}

extension Discussion {
  /// How many comments cannot be read.
  ///
  /// - Complexity: O(*n*).
  public var unreadable: Unreadable {
    var counts = Unreadable(missing: MissingNotice.count(in: notice))
    // By their places: a comment is much to copy.
    for index in comments.indices {
      if comments[index].state == .deleted { counts.deleted += 1 }
      let missing = comments[index].details?.missingReplies ?? 0
      let (sum, isTooLarge) = counts.missing.addingReportingOverflow(missing)
      counts.missing = isTooLarge ? .max : sum
    }
    return counts
  }
}
