import DiscussionModel
import ReadMarks
import Testing

/// What is read, new and edited in a discussion, given what was saved: no screen is needed for it.
@Suite struct RuleTests {
  /// What is saved about a comment that says "ford" now.
  enum Saved {
    case nothing, unread
    /// Read when it said this; nil if that is not known.
    case read(String?)
  }

  static let rule: [(Saved, isKnown: Bool?, CommentState, Marks.Mark)] = [
    // A first visit has nothing new.
    (.nothing, nil, .visible, []),
    (.nothing, true, .visible, []),
    (.nothing, false, .visible, .new),
    (.unread, true, .visible, []),
    (.unread, false, .visible, .new),
    (.read("ford"), true, .visible, .read),
    (.read("ford"), false, .visible, .read),
    (.read(nil), true, .visible, .read),
    (.read("ferry"), true, .visible, .edited),
    (.read("ferry"), false, .visible, .edited),
    (.read("Ford"), nil, .visible, .edited),
    (.read("ford"), true, .flagged, .read),
    (.nothing, false, .flagged, .new),
    // Deleted comments are never unread.
    (.nothing, false, .deleted, .read),
    (.unread, true, .deleted, .read),
    (.read("ferry"), true, .deleted, .read),
  ]

  @Test(arguments: rule)
  func aMarkFollowsFromWhatIsSaved(
    saved: Saved, isKnown: Bool?, state: CommentState, mark: Marks.Mark
  ) {
    var comment = Comment(id: "a", body: RawText("ford"))
    comment.state = state
    let page = Page(Discussion(id: "t:1", title: "t", comments: [comment]))
    var earlier = EarlierReading()
    switch saved {
    case .nothing: break
    case .unread: earlier.decisions["a"] = .init(isRead: false, time: 5)
    case .read(let text):
      earlier.decisions["a"] = .init(isRead: true, time: 5, body: text.map(version))
    }
    earlier.knownComments = isKnown.map { $0 ? [page.idHash(at: 0)] : [] }
    #expect(Marks(of: page, after: earlier)[0] == mark)
    (earlier.stars, earlier.mutes) = (["a"], ["a", "gone"])
    #expect(Marks(of: page, after: earlier)[0] == mark.union([.starred, .muted]))
  }

  /// Comments, by their first letters below each other; those in capitals say something else than
  /// when they were read.
  @Test(arguments: [
    ("a ab abc d", muted: "", read: "", unread: "", left: "a ab abc d", arrivals: ""),
    ("a ab abc d", muted: "a", read: "", unread: "", left: "a d", arrivals: "ab abc"),
    ("a ab abc d", muted: "ab", read: "a", unread: "", left: "ab d", arrivals: "abc"),
    ("a ab abc d", muted: "a ab", read: "d", unread: "", left: "a", arrivals: "ab abc"),
    // What was set unread by hand stays so, and what was read did not arrive.
    ("a ab abc d", muted: "a", read: "abc", unread: "ab", left: "a ab d", arrivals: ""),
    ("a aB d", muted: "a", read: "aB", unread: "", left: "a d", arrivals: "aB"),
    ("a aB d", muted: "d", read: "aB", unread: "", left: "a aB d", arrivals: ""),
    ("a ab d de", muted: "a d", read: "", unread: "", left: "a d", arrivals: "ab de"),
    ("a ab", muted: "gone", read: "", unread: "", left: "a ab", arrivals: ""),
  ])
  func whatCameIntoAMutedBranchIsRead(
    ids: String, muted: String, read: String, unread: String, left: String, arrivals: String
  ) {
    let comments = ids.split(separator: " ").map { id in
      Comment(
        id: String(id), parent: id.count == 1 ? nil : String(id.dropLast()), body: RawText("now"))
    }
    let page = Page(Discussion(id: "t:1", title: "t", comments: comments))
    var earlier = EarlierReading(mutes: Set(muted.split(separator: " ").map { String($0) }))
    for id in read.split(separator: " ") {
      let isOther = id.last?.isUppercase == true
      earlier.decisions[String(id)] = .init(
        isRead: true, time: 5, body: version(of: isOther ? "then" : "now"))
    }
    for id in unread.split(separator: " ") {
      earlier.decisions[String(id)] = .init(isRead: false, time: 5)
    }
    func names(_ positions: [Int]) -> String {
      positions.map { page.comment(at: $0).id }.joined(separator: " ")
    }
    let before = Marks(of: page, decidedIn: earlier)
    #expect(names(before.arrivals(in: page, after: earlier)) == arrivals)
    let marks = Marks(of: page, after: earlier)
    #expect(names(marks.unreadPositions(in: 0..<page.thread.count)) == left)
    #expect(marks.editedCount == (left.contains("B") ? 1 : 0))
  }

  /// What came below a muted comment was saved as read in this visit, though nobody read it.
  @Test func whatIsMutedWasNotReadInThisVisit() {
    let comments = [("a", nil), ("ab", "a"), ("abc", "ab"), ("d", nil)].map { id, parent in
      Comment(id: id, parent: parent, body: RawText("now"))
    }
    let page = Page(Discussion(id: "t:1", title: "t", comments: comments))
    var earlier = EarlierReading(mutes: ["a"], since: .visit(4))
    for comment in comments { earlier.decisions[comment.id] = .init(isRead: true, time: 5) }
    let marks = Marks(of: page, after: earlier)
    #expect(marks.positions(with: .readNow) == [0, 3])
    #expect(marks.unreadCount == 0)
  }

  @Test func countsAreThoseOfTheMarks() {
    let ids = ["kept", "read", "edited", "came", "gone"]
    var comments = ids.map { Comment(id: $0, body: RawText("now")) }
    comments[4].state = .deleted
    let page = Page(Discussion(id: "t:1", title: "t", comments: comments))
    let earlier = EarlierReading(
      decisions: [
        "read": .init(isRead: true, time: 1, body: version(of: "now")),
        "edited": .init(isRead: true, time: 1, body: version(of: "then")),
      ],
      knownComments: Set([0, 1, 2, 4].map { page.idHash(at: $0) }))
    let marks = Marks(of: page, after: earlier)
    #expect(marks.unreadCount == 3)
    #expect(marks.newCount == 1)
    #expect(marks.editedCount == 1)
    let first = Marks(of: page)
    #expect(first.unreadCount == 4)
    #expect(first.newCount == 0)
  }
}

/// What a text is known by: its length and its hash.
private func version(of text: String) -> BodyVersion {
  BodyVersion(length: text.utf8.count, hash: FNV1a.hash64(text.utf8))
}
