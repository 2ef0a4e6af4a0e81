import DiscussionModel

/// A discussion while an importer puts it together.
struct Draft {
  /// Everything but the comments.
  var discussion: Discussion
  /// In source order; each parent is an id, whether it is there or not.
  private(set) var comments: [Comment] = []
  /// For each comment when it was written, in seconds since 1970; nil where nobody knows.
  private(set) var seconds: [Int64?] = []
  /// Comments that answer the article, that the source has and the files have not.
  var missingAtTop = 0
  /// How many of those nobody knows where they belong: only the source's count shows that they are missing.
  private(set) var unplaced = 0
  /// How many comments the source says it has.
  var sourceCount: Int?
  /// Whether the source's own numbers are kept, so that none is given by time.
  var keepsNumbers = false
  /// What a comment answers that is not there, such as `post 17`, by its id.
  var label: (_ id: String) -> String = { "comment \($0)" }
  /// For each comment the file it is from.
  private var origins: [ObjectIdentifier?] = []
  /// For each id the comment's place.
  private var places: [String: Int] = [:]

  init(id: String, title: String, markup: Markup) {
    discussion = Discussion(id: DiscussionID.composed(id), title: title)
    discussion.markup = markup
  }

  mutating func reserveCapacity(_ count: Int) {
    comments.reserveCapacity(count)
    seconds.reserveCapacity(count)
    origins.reserveCapacity(count)
    places.reserveCapacity(count)
  }

  /// Adds a comment, unless one with its id is there.
  ///
  /// One that stands twice in the same file is noted; files may overlap.
  ///
  /// - Parameters:
  ///   - comment: the comment.
  ///   - time: when it was written.
  ///   - value: where it stands; nil for one that no file has.
  ///   - findings: where the note goes.
  /// - Returns: whether it was added.
  @discardableResult mutating func add(
    _ comment: Comment, at time: SourceTime?, from value: JSONValue?, _ findings: inout Findings
  ) -> Bool {
    let next = comments.count
    let origin = value.map { ObjectIdentifier($0.tree) }
    if let known = places.updateValue(next, forKey: comment.id) {
      places[comment.id] = known
      if let value, origins[known] == origin { findings.add(.repeatedComment, at: value) }
      return false
    }
    comments.append(comment)
    seconds.append(time?.seconds)
    origins.append(origin)
    if comment.published == nil, let time { comments[next].published = time.text }
    return true
  }

  /// The place of a comment; nil where it is not there.
  func place(of id: String) -> Int? { places[id] }

  /// Whether a comment is there.
  func contains(_ id: String) -> Bool { places[id] != nil }

  /// Changes a comment that is there.
  mutating func change(_ id: String, _ change: (inout Comment) -> Void) {
    if let place = places[id] { change(&comments[place]) }
  }

  /// Changes the comment at a place.
  mutating func change(at place: Int, _ change: (inout Comment) -> Void) {
    change(&comments[place])
  }

  /// Counts replies as missing under a comment, or under the article where it is not there.
  mutating func addMissing(_ count: Int, under id: String?) {
    guard count > 0 else { return }
    guard let id, let place = places[id] else {
      missingAtTop = missingAtTop.sum(count)
      return
    }
    comments[place].amend { $0.missingReplies = ($0.missingReplies ?? 0).sum(count) }
  }

  /// Counts comments as missing of which nobody knows more than that the source counts them.
  mutating func addUnplaced(_ count: Int) {
    guard count > 0 else { return }
    unplaced = unplaced.sum(count)
    addMissing(count, under: nil)
  }

  /// Counts the replies that comments say they have and that are not there.
  ///
  /// - Parameter expected: by a comment's id how many direct replies its source knows.
  mutating func countMissing(_ expected: [String: Int]) {
    var present: [String: Int] = [:]
    for comment in comments { if let parent = comment.parent { present[parent, default: 0] += 1 } }
    for comment in comments {
      guard let count = expected[comment.id] else { continue }
      addMissing(count.sum(-present[comment.id, default: 0]), under: comment.id)
    }
  }
}

extension Comment {
  /// Changes what few comments have.
  mutating func amend(_ change: (inout CommentDetails) -> Void) {
    var amended = details ?? CommentDetails()
    change(&amended)
    if amended != CommentDetails() { details = amended }
  }
}
