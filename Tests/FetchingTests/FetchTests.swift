import Sites
import DiscussionModel
import Foundation
import RunningPrograms
import Testing

@testable import Fetching

/// An exchange that requests some addresses, one after the other, and makes nothing of the responses.
private struct Asking: SiteExchange {
  var urls: [String]
  var service: SiteService?
  /// The status, and what answered at last, of each answer.
  var answers: [String] = []
  var reason: String?

  mutating func next() throws(SiteError) -> ExchangeStep<SiteVisit.Outcome> {
    guard answers.count < urls.count, reason == nil else {
      let discussion = Discussion(
        id: "x", title: answers.joined(separator: " "), comments: [])
      return .done(.fetched(Fetched(discussion: discussion, incomplete: reason)))
    }
    return .ask(SiteRequest(url: urls[answers.count], service: service))
  }

  mutating func take(_ response: SiteResponse) throws(SiteError) {
    if response.status == 404 { throw SiteError(.notFound, url: response.url) }
    answers.append("\(response.status) \(response.url)")
  }

  mutating func miss(because why: NoResponse) -> Bool { false }

  mutating func stop(because why: NoResponse) -> Bool {
    reason = why.line
    return !answers.isEmpty
  }

  var progress: (done: Int, total: Int?, what: String) {
    (answers.count, urls.count, "page \(answers.count + 1) of \(urls.count)")
  }
}

/// Dialogues carried through the real curl, by a clock that jumps over every wait.
@Suite struct FetchTests {
  /// What came of it, with every status that it had, and the time that has gone by.
  private struct Course {
    var outcome: Result<SiteVisit.Outcome, FetchError>
    var statuses: [String] = []
    var time = 0

    /// The discussion's title, or why there is none.
    var text: String {
      switch outcome {
      case .success(.fetched(let fetched)):
        [fetched.discussion.title, fetched.incomplete].compactMap { $0 }.joined(separator: " / ")
      case .success(.unchanged): "unchanged"
      case .failure(let error): error.message
      }
    }
  }

  private func fetch(
    _ urls: [String], service: SiteService? = nil, _ hosts: String = "", patience: Int = 0,
    interval: Int = 1000
  ) throws -> Course {
    var manner = FetchManner()
    manner.hosts = HostMap(hosts)
    manner.patience = patience
    manner.tokens = ["GITHUB_TOKEN": "s3cret"]
    var fetch = Fetch(
      Asking(urls: urls, service: service), name: "the site",
      polite: HostThrottle(interval: interval), manner: manner)
    var course = Course(outcome: .success(.unchanged([:])))
    while true {
      fetch.advance(at: course.time)
      let outcome = fetch.outcome
      if let outcome {
        course.outcome = outcome
        #expect(fetch.files.isEmpty)
        #expect(fetch.delay(at: course.time) == nil)
        return course
      }
      let status = fetch.status(at: course.time)
      if course.statuses.last != status { course.statuses.append(status) }
      if let delay = fetch.delay(at: course.time) {
        try #require(delay > 0)
        course.time += delay
      } else {
        var files = fetch.files.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        try #require(poll(&files, nfds_t(files.count), 20_000) > 0)
      }
    }
  }

  @Test func questionsAreAskedOneASecond() throws {
    let server = try TestServer(["/1": TestServer.Answer(), "/2": TestServer.Answer()])
    let other = try TestServer(["/3": TestServer.Answer()])
    let hosts = "a.test=\(server.place),b.test=\(other.place)"
    let course = try fetch(["https://a.test/1", "https://a.test/2", "https://b.test/3"], hosts)
    #expect(course.text == "200 https://a.test/1 200 https://a.test/2 200 https://b.test/3")
    #expect(course.time == 1000)
    #expect(
      course.statuses
        == (1...3).map { "the site: page \($0) of 3…" })
    // Nothing is asked that was not to be asked.
    #expect(server.requests.map(\.target) == ["/1", "/2"])
    #expect(other.requests.map(\.target) == ["/3"])
  }

  @Test func redirectsAreFollowedAndPolite() throws {
    let server = try TestServer([
      "/1": .redirect(to: "/2"), "/2": .redirect(to: "https://b.test/3", status: 301),
    ])
    let other = try TestServer(["/3": TestServer.Answer()])
    let hosts = "a.test=\(server.place),b.test=\(other.place)"
    let course = try fetch(["https://a.test/1"], hosts)
    #expect(course.text == "200 https://b.test/3")
    #expect(course.time == 1000)
  }

  @Test func fiveRedirectsAreEnough() throws {
    var answers: [String: TestServer.Answer] = ["/5": TestServer.Answer()]
    for step in 0..<5 { answers["/\(step)"] = .redirect(to: "/\(step + 1)") }
    let server = try TestServer(answers)
    let hosts = "a.test=\(server.place)"
    #expect(try fetch(["https://a.test/0"], hosts).text == "200 https://a.test/5")
    let circle = try TestServer(["/": .redirect(to: "/")])
    #expect(
      try fetch(["https://a.test/"], "a.test=\(circle.place)").text
        == "a.test: too many redirects (more than 5)")
    #expect(circle.requests.count == 6)
  }

  @Test(arguments: [
    ("http://b.test/", "a.test: redirects to b.test without https; not followed"),
    ("https://localhost/", "a.test: redirects to this machine; not followed"),
    ("https://[::ffff:7f00:1]/", "a.test: redirects to this machine; not followed"),
    ("https://169.254.169.254/", "a.test: redirects to a private network; not followed"),
    ("file:///etc/passwd", "a.test: redirects to an address that is not supported"),
    ("https://x:y@b.test/", "a.test: redirects to an address that is not supported"),
  ])
  func someRedirectsAreNotFollowed(target: String, line: String) throws {
    let server = try TestServer(["/": .redirect(to: target)])
    #expect(try fetch(["https://a.test/"], "a.test=\(server.place)").text == line)
  }

  /// What a site answers may make the exchange ask for more, but not for what is nearer than the site.
  @Test(arguments: [
    ("https://127.0.0.1/2", "this machine"), ("http://localhost/2", "this machine"),
    ("https://10.1/2", "a private network"), ("https://[fd00::1]/2", "a private network"),
  ])
  func nothingLeadsNearer(url: String, words: String) throws {
    let server = try TestServer(["/1": TestServer.Answer()])
    let course = try fetch(["https://a.test/1", url], "a.test=\(server.place)")
    #expect(
      course.text == "200 https://a.test/1 / a.test: leads to \(words); not followed")
    #expect(server.requests.map(\.target) == ["/1"])
  }

  @Test func theTokenIsNotSentOn() throws {
    let gitHub = try TestServer([
      "/1": .redirect(to: "/2"), "/2": .redirect(to: "https://evil.test/3"),
    ])
    let evil = try TestServer([
      "/3": .redirect(to: "https://api.github.com.evil.test/4"), "/4": TestServer.Answer(),
    ])
    let hosts =
      "api.github.com=\(gitHub.place),evil.test=\(evil.place),"
      + "api.github.com.evil.test=\(evil.place)"
    let course = try fetch(["https://api.github.com/1"], service: .gitHub, hosts)
    #expect(course.text == "200 https://api.github.com.evil.test/4")
    #expect(
      gitHub.requests.map { $0.headers["authorization"] } == ["Bearer s3cret", "Bearer s3cret"])
    #expect(evil.requests.map { $0.headers["authorization"] } == [nil, nil])
  }

  // MARK: Sites that want to be left alone

  @Test(arguments: [403, 429, 503])
  func aSiteIsAskedAgainWhenItWantsTo(status: Int) throws {
    let busy = TestServer.Answer("", status: status, headers: ["Retry-After": "20"])
    let server = try TestServer(["/1": [busy, busy, TestServer.Answer()]])
    let hosts = "a.test=\(server.place)"
    let course = try fetch(["https://a.test/1"], hosts, patience: 20)
    #expect(course.text == "200 https://a.test/1")
    #expect(course.time == 40_000)
    #expect(course.statuses.contains("the site: asked to wait 20 s…"))
    #expect(server.requests.count == 3)
  }

  @Test func patienceEnds() throws {
    let busy = TestServer.Answer("", status: 429, headers: ["Retry-After": "20"])
    let server = try TestServer(["/1": busy, "/2": TestServer.Answer()])
    let hosts = "a.test=\(server.place)"
    // The response is the exchange's to judge; what it requests then is requested later.
    #expect(
      try fetch(["https://a.test/1", "https://a.test/2"], hosts, patience: 19).text
        == "429 https://a.test/1"
        + " / a.test: asked to wait; try again in 20 seconds")
    #expect(server.requests.count == 1)
    // It is asked again three times, and no more.
    #expect(try fetch(["https://a.test/1"], hosts, patience: 20).text == "429 https://a.test/1")
    #expect(server.requests.count == 5)
    let vague = try TestServer(["/1": TestServer.Answer("", status: 429)])
    #expect(
      try fetch(["https://a.test/1"], "a.test=\(vague.place)", patience: 20).text
        == "429 https://a.test/1")
  }

  // MARK: What goes wrong

  @Test func withoutTheFirstAnswerThereIsNothing() throws {
    let server = try TestServer(["/1": .nothing])
    #expect(
      try fetch([server.url("/1")]).text
        == "127.0.0.1: the connection was closed without a response")
    #expect(
      try fetch([server.url("/404")]).text
        == "\(server.url("/404")): \(SiteError(.notFound, url: "").message)")
    #expect(
      try fetch(["http://a.test/"]).text
        == "a.test: only https is supported, and http on this machine")
  }

  @Test func withoutALaterOneThereIsAPart() throws {
    let server = try TestServer(["/1": TestServer.Answer(), "/2": .nothing])
    let course = try fetch([server.url("/1"), server.url("/2"), server.url("/3")])
    #expect(
      course.text
        == "200 \(server.url("/1")) / 127.0.0.1: the connection was closed without a response")
    #expect(server.requests.map(\.target) == ["/1", "/2"])
  }

  @Test func itCanBeGivenUp() throws {
    let server = try TestServer(["/1": .held])
    var fetch = Fetch(
      Asking(urls: [server.url("/1")]), name: "the site", manner: CurlTests.manner())
    fetch.advance(at: 0)
    try server.waitForRequests()
    #expect(fetch.files.count == 2)
    fetch.cancel()
    #expect(fetch.files.isEmpty)
    let outcome = fetch.outcome
    #expect(outcome == .failure(.cancelled(name: "the site")))
  }
}
