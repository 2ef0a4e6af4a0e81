import Foundation
import RunningPrograms
import Sites
import Testing

@testable import Fetching

/// Asking several sites through the real curl, by a clock that jumps over every wait.
@Suite struct ElsewhereFetchTests {
  private static func fetch(
    _ hosts: String, from discussion: String? = nil
  ) throws -> (found: Elsewhere, statuses: [String]) {
    var manner = FetchManner()
    manner.hosts = HostMap(hosts)
    let visit = try ElsewhereVisit(article: "https://kiln.example/fire", discussion: discussion)
    var fetch = Fetch(visit, name: "elsewhere", manner: manner)
    var statuses: [String] = []
    var time = 0
    while true {
      fetch.advance(at: time)
      let outcome = fetch.outcome
      if let outcome { return (try outcome.get(), statuses) }
      let status = fetch.status(at: time)
      if statuses.last != status { statuses.append(status) }
      if let delay = fetch.delay(at: time) {
        time += delay
      } else {
        var files = fetch.files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        try #require(poll(&files, nfds_t(files.count), 20_000) > 0)
      }
    }
  }

  @Test func aSiteThatCannotBeReachedOrWantsToBeLeftAloneIsALine() throws {
    let story =
      #"[{"short_id": "ab12cd", "title": "Fire", "url": "https://kiln.example/fire", "comment_count": 4}]"#
    let lobsters = try TestServer([
      "/stories/url/all.json?url=https%3A%2F%2Fkiln.example%2Ffire": TestServer.Answer(story)
    ])
    let lemmy = try TestServer([
      "/api/v4/search?q=https%3A%2F%2Fkiln.example%2Ffire&type_=posts&post_url_only=true&limit=50":
        TestServer.Answer(status: 429, headers: ["Retry-After": "90"])
    ])
    let (found, statuses) = try Self.fetch(
      "hn.algolia.com=127.0.0.1:1,lobste.rs=\(lobsters.place),l.example=\(lemmy.place)",
      from: "lemmy:l.example/5")
    #expect(found.rows.map(\.site) == ["Lobsters"])
    #expect(found.rows.map(\.row.link) == ["https://lobste.rs/s/ab12cd"])
    #expect(found.failures.map(\.site) == ["Reddit", "Hacker News", "l.example"])
    #expect(found.failures[1].reason == "connection refused or host unreachable")
    #expect(found.failures[2].reason.hasPrefix("too many requests to the site; try again in 90"))
    #expect(
      statuses == [
        "elsewhere: Hacker News, 1 of 3…", "elsewhere: Lobsters, 2 of 3…",
        "elsewhere: l.example, 3 of 3…",
      ])
  }
}
