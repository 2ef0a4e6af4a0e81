/// What a newer copy of a discussion brought.
public struct MergeNews: Equatable, Sendable {
  /// Comments that were not there before.
  public var new = 0
  /// How many top-level comments have new ones among their replies, or are new themselves.
  public var threads = 0
  /// Comments that say something else than before, or were deleted since.
  public var changed = 0

  public init() {}

  /// `5 new comments`, `140 new comments in 31 threads`, `nothing new, 2 comments changed`.
  public var line: String {
    let place = threads > 1 ? " in \(threads) threads" : ""
    let news = new == 0 ? "nothing new" : counted(new, "new comment") + place
    return changed == 0 ? news : "\(news), \(counted(changed, "comment")) changed"
  }
}

extension Discussion {
  /// Merges a newer copy of the same discussion.
  ///
  /// What both have is as in the newer copy, except for its number; comments that only this copy has
  /// stay, since a site may have answered with a part. A number once given never changes, and those
  /// of new comments come after all others, in the newer copy's order of numbers.
  ///
  /// - Complexity: O(*n* log *n*).
  /// - Returns: what is new.
  @discardableResult
  public mutating func take(_ newer: Discussion) -> MergeNews {
    if newer.treeIsInferred, !treeIsInferred {
      // It knows less of who replies to whom than this copy does, so it only adds comments.
      var part = newer
      (part.notice, part.unknownMembers) = (notice, unknownMembers)
      return take(replies: part, to: nil)
    }
    let old = self
    var news = MergeNews()
    let places = Dictionary(zip(old.comments.map(\.id), old.comments.indices)) { first, _ in first }
    let remaining = old.onlyHere(than: newer)
    self = newer
    if newer.body == nil { body = old.body }
    if newer.origin == nil { origin = old.origin }
    if newer.linked == nil { linked = old.linked }
    let names = Set(unknownMembers.map(\.name))
    unknownMembers += old.unknownMembers.filter { !names.contains($0.name) }

    comments = []
    comments.reserveCapacity(newer.comments.count + remaining.ids.count)
    comments += remaining.first
    var isNew: [Bool] = Array(repeating: false, count: comments.count)
    for var comment in newer.comments {
      let place = places[comment.id]
      if let place {
        let before = old.comments[place]
        // Where nothing has moved, what was not written is not written now.
        comment.number = place == comments.count ? before.number : old.number(of: place)
        // A part of the discussion may lack texts that were there before.
        if comment.body == nil, comment.state != .deleted {
          comment.body = before.body
        } else if comment.body != before.body || comment.state != before.state {
          news.changed += 1
        }
      }
      let id = comment.id
      comments.append(comment)
      isNew.append(place == nil)
      if let followers = remaining.after[id] {
        comments += followers
        isNew += Array(repeating: false, count: followers.count)
      }
    }
    number(newer, isNew, after: old)
    lowerMissingReplies(by: remaining.ids)
    count(isNew, in: &news)
    return news
  }

  /// Merges replies that were missing; all else stays.
  ///
  /// - Parameters:
  ///   - part: the replies, with their parents' ids; the comment itself if the site says what is
  ///     missing below it even now, which counts as do its unknown members; for the article its
  ///     notice and members count so. What else is here already stays as it is.
  ///   - id: the comment below which they were missing; nil for the article.
  /// - Complexity: O(*n* log *n*).
  /// - Returns: what is new.
  @discardableResult
  public mutating func take(replies part: Discussion, to id: String?) -> MergeNews {
    let old = self
    let known = Set(comments.map(\.id))
    let fresh = part.comments.filter { !known.contains($0.id) }
    comments += fresh
    let isNew = Array(repeating: false, count: old.comments.count) + fresh.map { _ in true }
    number(part, isNew, after: old)
    if id == nil {
      notice = part.notice
      unknownMembers = part.unknownMembers
    } else if let place = comments.firstIndex(where: { $0.id == id }) {
      let now = part.comments.first { $0.id == id }
      comments[place].details?.missingReplies = now?.details?.missingReplies
      // Importers keep there by which ids the rest can be had.
      if let now { comments[place].details?.unknownMembers = now.details?.unknownMembers ?? [] }
    }
    var news = MergeNews()
    count(isNew, in: &news)
    return news
  }

  /// The comments that another copy has not, with their numbers: those before the first that it has,
  /// and those that follow each that it has.
  private func onlyHere(
    than newer: Discussion
  ) -> (first: [Comment], after: [String: [Comment]], ids: Set<String>) {
    let known = Set(newer.comments.map(\.id))
    var first: [Comment] = []
    var after: [String: [Comment]] = [:]
    var anchor: String?
    var ids: Set<String> = []
    for (place, comment) in comments.enumerated() {
      guard !known.contains(comment.id) else {
        anchor = comment.id
        continue
      }
      var comment = comment
      comment.number = number(of: place)
      ids.insert(comment.id)
      if let anchor { after[anchor, default: []].append(comment) } else { first.append(comment) }
    }
    return (first, after, ids)
  }

  /// Numbers the new comments after the highest number of the old copy.
  private mutating func number(_ newer: Discussion, _ isNew: [Bool], after old: Discussion) {
    let numbers = Dictionary(
      newer.comments.indices.map { (newer.comments[$0].id, newer.number(of: $0)) }
    ) { first, _ in first }
    var highest = old.comments.indices.reduce(0) { max($0, old.number(of: $1)) }
    let fresh = comments.indices.filter { isNew[$0] }
    let inOrder = fresh.sorted {
      let (one, other) = (numbers[comments[$0].id] ?? 0, numbers[comments[$1].id] ?? 0)
      return (one, $0) < (other, $1)
    }
    for place in inOrder {
      highest = highest.sum(1)
      comments[place].number = highest
    }
  }

  /// Takes from what the newer copy says to be missing those comments that are here all the same.
  private mutating func lowerMissingReplies(by ids: Set<String>) {
    guard !ids.isEmpty else { return }
    let thread = Thread(of: comments)
    var here: [Int: Int] = [:]
    /// For each position the nearest comment from it upwards that the newer copy has; -1 for none.
    var holders: [Int] = []
    for position in 0..<thread.count {
      let source = Int(thread.sources[position])
      guard ids.contains(comments[source].id) else {
        holders.append(source)
        continue
      }
      let holder = thread.parent(of: position).map { holders[$0] } ?? -1
      holders.append(holder)
      here[holder, default: 0] += 1
    }
    for (source, count) in here where source >= 0 {
      guard let missing = comments[source].details?.missingReplies else { continue }
      comments[source].details?.missingReplies = missing > count ? missing - count : nil
    }
  }

  private func count(_ isNew: [Bool], in news: inout MergeNews) {
    news.new = isNew.count { $0 }
    guard news.new > 0 else { return }
    let thread = Thread(of: comments)
    var root = 0
    var counted: Int?
    for position in 0..<thread.count {
      if thread.depths[position] == 0 { root = position }
      if isNew[Int(thread.sources[position])], counted != root {
        news.threads += 1
        counted = root
      }
    }
  }
}
