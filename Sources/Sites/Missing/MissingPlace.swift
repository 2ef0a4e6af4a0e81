import DiscussionModel

/// Where replies are missing.
struct MissingPlace: Sendable {
  /// Nil for the article.
  let comment: Comment?
  let discussion: Discussion
  /// What a discussion's id says: the kind of the site, its host if there are many, and the number there.
  let site: String
  let host: String?
  let id: String

  /// Nil if nothing is missing.
  init?(_ comment: String?, _ discussion: Discussion) {
    if let comment {
      guard let found = discussion.comments.first(where: { $0.id == comment }),
        found.details?.missingReplies ?? 0 > 0, SiteID.isWord(comment)
      else { return nil }
      self.comment = found
    } else {
      guard MissingNotice.count(in: discussion.notice) > 0 else { return nil }
      self.comment = nil
    }
    self.discussion = discussion
    guard let colon = discussion.id.firstIndex(of: ":") else { return nil }
    site = String(discussion.id[..<colon])
    let parts = discussion.id[discussion.id.index(after: colon)...].split(
      separator: "/", omittingEmptySubsequences: false)
    guard let last = parts.last, parts.count < 3, SiteID.isWord(String(last)) else { return nil }
    id = String(last)
    host = parts.count == 2 ? String(parts[0]) : nil
  }

  /// How many replies to the comment are there.
  var present: Int { discussion.comments.count { $0.parent == comment?.id } }

  /// Makes of what has come what is to be merged: the comment, and what is below it.
  ///
  /// - Parameters:
  ///   - imported: what the responses make.
  ///   - unasked: ids that were not asked for after all.
  /// - Complexity: O(*n*).
  func finish(_ imported: inout ImportedDiscussion, unasked: [String] = []) {
    let found = imported.discussion
    let thread = Thread(of: found.comments)
    var result = discussion
    defer { imported.discussion = result }
    var range = 0..<thread.count
    var comments: [Comment] = []
    if let comment {
      let position = range.first { found.comments[Int(thread.sources[$0])].id == comment.id }
      guard let position else {
        result.comments = [comment]
        return
      }
      range = position + 1..<Int(thread.subtreeEnds[position])
      let stub = found.comments[Int(thread.sources[position])]
      comments = [Self.settled(comment, by: stub, unasked)]
    }
    for position in range {
      let index = Int(thread.sources[position])
      var new = found.comments[index]
      new.number = found.number(of: index)
      comments.append(new)
    }
    result.comments = comments
    guard comment == nil else { return }
    LeftOut.put(LeftOut.ids(in: found.unknownMembers) + unasked, into: &result.unknownMembers)
    let below = comments.reduce(0) { $0.sum($1.details?.missingReplies ?? 0) }
    let missing = (imported.account?.missing ?? 0).sum(-below).sum(unasked.count)
    result.notice = MissingNotice.put(missing, into: discussion.notice)
  }

  /// A comment that lacks only what its stub lacks.
  private static func settled(_ comment: Comment, by stub: Comment, _ unasked: [String]) -> Comment
  {
    var comment = comment
    var details = comment.details ?? CommentDetails()
    let missing = (stub.details?.missingReplies ?? 0).sum(unasked.count)
    let ids = LeftOut.ids(in: stub.details?.unknownMembers ?? []) + unasked
    details.missingReplies = missing > 0 ? missing : nil
    LeftOut.put(ids, into: &details.unknownMembers)
    comment.details = details == CommentDetails() ? nil : details
    return comment
  }
}
