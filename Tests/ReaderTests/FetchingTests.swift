import DiscussionModel
import TextGrid
import Testing

@testable import Reader

@Suite struct FetchingTests {
  /// A comment `a` with a reply `b`, of whose replies 12 are missing.
  private func reading(canFetch: Bool = true) -> Reading {
    var discussion = Discussion.outline("a: x\n  b: y")
    discussion.comments[1].details = CommentDetails()
    discussion.comments[1].details?.missingReplies = 12
    var page = Page(discussion)
    page.canFetchReplies = canFetch
    return Reading(columns: 60, rows: 16) { [page] in
      ReadingState(page, shell: $0, canFetch: canFetch)
    }
  }

  private func fetches(_ reading: Reading) -> [Effect] {
    reading.effects.filter { effect in
      switch effect {
      case .fetch, .fetchReplies: true
      default: false
      }
    }
  }

  @Test(arguments: [
    // On the comment Enter asks once, and folds from then on.
    ("j j Enter", [Effect.fetchReplies(to: "b")], false),
    ("j j Enter Enter", [.fetchReplies(to: "b")], true),
    ("j j gm gm", [.fetchReplies(to: "b"), .fetchReplies(to: "b")], false),
    // Where nothing is missing it folds.
    ("j Enter", [], true),
    ("j gm", [], false),
    ("U", [.fetch("test")], false),
  ])
  func whatIsMissingIsAskedFor(keys: String, effects: [Effect], isFolded: Bool) {
    var reading = reading()
    reading.press(keys)
    #expect(fetches(reading) == effects)
    #expect(reading.state.outline.isFolded(reading.state.focus) == isFolded)
  }

  @Test func theNoticeAsksForWhatIsMissingOnTheArticle() {
    var discussion = Discussion.outline("a: x")
    discussion.notice = "7 more comments not in this file"
    var page = Page(discussion)
    page.canFetchComments = true
    var reading = Reading(columns: 70, rows: 16) { [page] in ReadingState(page, shell: $0) }
    #expect(
      reading.screen().contains("Notice  7 more comments not in this file · Enter fetches more"))
    reading.press("Enter")
    #expect(fetches(reading) == [])
    reading.press("Enter gm j Enter")
    #expect(fetches(reading) == [.fetchReplies(to: nil)])
    #expect(!reading.state.outline.isFolded(1))
    reading.press("gm")
    #expect(fetches(reading).count == 2)
    // Of another number more may be had.
    discussion.notice = "5 more comments not in this file"
    var newer = Page(discussion)
    newer.canFetchComments = true
    _ = reading.state.update(.offer(newer), layout: &reading.layout)
    _ = reading.state.update(.takeIn, layout: &reading.layout)
    reading.press("Enter")
    #expect(fetches(reading).count == 3)
  }

  @Test(arguments: [(3, 2), (12, 1), (nil, 1)])
  func whatIsMissingStillIsAskedForAgain(left: Int?, requests: Int) {
    var reading = reading()
    reading.press("j j Enter")
    var newer = reading.state.page
    var discussion = newer.discussion
    discussion.comments[1].details?.missingReplies = left
    discussion.comments.append(Comment(id: "c", parent: "b", body: "z"))
    newer = Page(discussion)
    newer.canFetchReplies = true
    _ = reading.state.update(.offer(newer), layout: &reading.layout)
    _ = reading.state.update(.takeIn, layout: &reading.layout)
    reading.press("Enter")
    #expect(fetches(reading).count == requests)
  }

  /// The row names the key that folds here, and the command where lines are typed.
  @Test(arguments: [
    (["toggle-fold": "x"], false, "12 more replies · x fetches them"),
    (["toggle-fold": ""], false, "12 more replies · gm fetches them"),
    ([:], true, "12 more replies, \"fetch replies\" fetches them"),
  ])
  func theRowNamesTheKeyThatIsBound(keys: [String: String], areTyped: Bool, row: String) {
    var commands = Command.all
    for index in commands.indices {
      guard let wanted = keys[commands[index].id] else { continue }
      commands[index].keys = [Key.series(wanted)].compactMap { $0 }.filter { !$0.isEmpty }
    }
    let page = reading().state.page
    let size = GridSize(columns: 60, rows: 16)
    var state = ReadingState(
      page, shell: Shell(size: size, now: 0, commands: commands, areCommandsTyped: areTyped))
    var layout = Layout(size: size)
    #expect(
      ScreenView.frame(state, layout: &layout, theme: .plain).description.contains(row))
    _ = state.update(.last, layout: &layout)
  }

  @Test func theRowSaysThatItCanBeFetched() {
    var online = reading()
    #expect(online.screen().contains("12 more replies · Enter fetches them"))
    var offline = reading(canFetch: false)
    #expect(offline.screen().contains("12 more replies not in this file"))
    offline.press("j j Enter")
    #expect(offline.state.outline.isFolded(offline.state.focus))
    offline.press("Enter gm")
    #expect(offline.notice == "cannot be fetched: the link of the discussion is not known")
    offline.press("U")
    #expect(offline.notice == "nothing new on disk")
    #expect(fetches(offline) == [])
  }

  @Test func theStatusLineTellsHowFarItIs() {
    var reading = reading()
    _ = reading.state.update(.fetching("Lemmy: page 3 of 12"), layout: &reading.layout)
    #expect(reading.status().hasPrefix("Lemmy: page 3 of 12"))
    reading.press("j")
    #expect(reading.status().hasPrefix("Lemmy: page 3 of 12"))
    _ = reading.state.update(.fetching(nil), layout: &reading.layout)
    #expect(reading.status().hasPrefix("thread 1 of 1 · 50 % · 2 unread"))
  }

  @Test func whatIsOnDiskComesBeforeTheSite() {
    var reading = reading()
    var newer = reading.state.page.discussion
    newer.comments.append(Comment(id: "c", body: "z"))
    _ = reading.state.update(.offer(Page(newer)), layout: &reading.layout)
    reading.press("U")
    #expect(fetches(reading) == [])
    #expect(reading.notice == "1 new · . next new")
  }
}
