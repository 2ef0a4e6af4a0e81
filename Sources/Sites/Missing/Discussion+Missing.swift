public import DiscussionModel

extension Discussion {
  /// Says nothing to be missing that is here: for a copy of a site's, which leaves out what was
  /// fetched apart, once it was merged into what is kept.
  ///
  /// What comments say of their number is the merge's; this is about the ids of those that were left
  /// out, and about the notice's number.
  ///
  /// - Parameter newer: the copy that was merged into this one.
  /// - Complexity: O(*n*).
  public mutating func settleMissing(after newer: Discussion) {
    settleLeftOut()
    let missing = MissingNotice.count(in: notice)
    guard missing > 0 else { return }
    let rest = newer.statedCount.sum(-comments.count).sum(-missingReplies)
    if rest < missing { notice = MissingNotice.put(max(0, rest), into: notice) }
  }

  /// How many comments there are in all, those included that are said to be missing.
  private var statedCount: Int {
    comments.count.sum(missingReplies).sum(MissingNotice.count(in: notice))
  }

  /// How many replies comments say to be missing.
  private var missingReplies: Int {
    comments.reduce(0) { $0.sum($1.details?.missingReplies ?? 0) }
  }

  private mutating func settleLeftOut() {
    let left = LeftOut.ids(in: unknownMembers)
    let asked = comments.indices.filter { !LeftOut.isEmpty(comments[$0].details) }
    guard !left.isEmpty || !asked.isEmpty else { return }
    let thread = Thread(of: comments)
    let places = Dictionary(
      comments.enumerated().map { ($0.element.id, Int(thread.positions[$0.offset])) }
    ) { first, _ in first }
    for index in asked {
      var members = comments[index].details?.unknownMembers ?? []
      LeftOut.put(LeftOut.ids(in: members).filter { places[$0] == nil }, into: &members)
      comments[index].details?.unknownMembers = members
    }
    let here = left.compactMap { places[$0] }
    guard !here.isEmpty else { return }
    LeftOut.put(left.filter { places[$0] == nil }, into: &unknownMembers)
    let found = here.reduce(0) { $0 + 1 + thread.descendants(of: $1).count }
    notice = MissingNotice.put(max(0, MissingNotice.count(in: notice) - found), into: notice)
  }
}
