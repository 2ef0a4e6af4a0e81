import RunningPrograms
import Testing

extension TerminalTests {
  /// Replies that a site has and did not give, asked for where they are missing.
  @Suite struct MissingTests {
    struct Gap: CustomTestStringConvertible {
      var venue: Venue
      /// What messages call the site.
      var site: String
      var answers: [String: TestServer.Answer]
      var more: (question: String, answer: TestServer.Answer)
      /// What is requested before that, and is not there.
      var inVain: [String] = []
      var testDescription: String { venue.name }
    }

    static let gaps = [
      Gap(
        venue: .reddit, site: "Reddit", answers: Talk().reddit(leftOut: 12),
        more: Talk.moreReddit(12)),
      Gap(
        venue: .lemmy, site: "lemmy.example", answers: Talk().lemmy(leftOut: 12),
        more: Talk().moreLemmy(12),
        inVain: ["/api/v4/comment/list?parent_id=102&limit=50&sort=old&type_=all"]),
    ]

    private func desk(_ gap: Gap, _ more: TestServer.Answer...) throws -> WebDesk {
      var answers = gap.answers.mapValues { [$0] }
      answers[gap.more.question] = more
      let desk = try WebDesk(answers, standingInFor: gap.venue.hosts)
      try desk.open(gap.venue.link, until: "Article · 4 unread")
      try desk.terminal.send("j", "j")
      try desk.terminal.wait(for: "50 %")
      return desk
    }

    private static let offer = "12 more replies · Enter fetches them"

    @Test(arguments: gaps) func enterFetchesThem(gap: Gap) throws {
      let desk = try desk(gap, gap.more.answer)
      let terminal = desk.terminal
      #expect(try terminal.screen().contains(Self.offer))
      try terminal.send("Enter")
      let screen = try terminal.wait(for: "12 new comments · . next new")
      #expect(desk.asked(after: gap.answers.count) == (gap.inVain + [gap.more.question]).sorted())
      #expect(screen.focusedLine.contains("bob"))
      #expect(!screen.contains("more replies"))
      #expect(screen.contains("+ │ │ mia"))
      // There is nothing to fetch any more: Enter folds.
      try terminal.send("Enter")
      try terminal.wait(for: "▸ bob")
      #expect(try terminal.screen().contains("13 replies, 12 new"))
      try desk.leave()
      // They are kept, and the site's own copy, which lacks them, takes none away.
      try desk.open(gap.venue.id, until: "12 new in 1 thread")
      try terminal.send("U")
      let again = try terminal.wait(for: "nothing new")
      #expect(again.contains("▸ bob"))
      #expect(!again.contains("more replies"))
      try desk.leave()
      #expect(try desk.run("list").output.contains("+12\t16\t\(gap.venue.id)"))
    }

    @Test(arguments: gaps) func aFailureIsOneLineAndEnterFolds(gap: Gap) throws {
      var half = gap.more.answer
      half.cut = 20
      let desk = try desk(gap, TestServer.Answer("", status: 500), half, gap.more.answer)
      let terminal = desk.terminal
      try terminal.send("Enter")
      try terminal.wait(for: "\n \(gap.site): the site failed (status 500)")
      #expect(try terminal.screen().contains(Self.offer))
      try terminal.send("Enter")
      try terminal.wait(for: "▸ bob")
      try terminal.send("Enter")
      try terminal.wait(for: Self.offer)
      try terminal.send("g", "m")
      try terminal.wait(
        for: "\n \(gap.site): the connection was closed before the end of the response")
      #expect(desk.server.requests.count == gap.answers.count + 2 * (1 + gap.inVain.count))
      try terminal.send("g", "m")
      try terminal.wait(for: "12 new comments · . next new")
      try desk.leave()
    }

    @Test func enterOnTheNoticeFetchesCommentsOnTheArticle() throws {
      let answers = Talk().reddit(leftOut: 2, atTop: true)
      let more = Talk.moreReddit(2, to: "t3_p7")
      var series = answers.mapValues { [$0] }
      series[more.question] = [more.answer]
      let desk = try WebDesk(series, standingInFor: Venue.reddit.hosts)
      let terminal = desk.terminal
      try desk.open(Venue.reddit.link, until: "Article · 4 unread")
      let offer = "Notice  2 more comments not in this file · Enter fetches more"
      #expect(try terminal.screen().contains(offer))
      try terminal.send("j", "Enter")
      let screen = try terminal.wait(for: "2 new comments in 2 threads · . next new")
      #expect(desk.asked(after: answers.count) == [more.question])
      #expect(!screen.contains("Notice"))
      // The site's own copy, which leaves them out, does not say again that they are missing.
      try terminal.send("U")
      #expect(try !terminal.wait(for: "nothing new").contains("Notice"))
      try desk.leave()
      #expect(try desk.run("list").output.contains("+2\t6\treddit:p7"))
    }
  }
}
