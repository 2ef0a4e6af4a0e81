import Foundation
import RunningPrograms
import Testing

/// Links that are shown or read, against a server of this machine.
@Suite struct OpenedLinkTests {
  @Test func aLinkIsShown() throws {
    let web = try FetchCommandTests.Web([
      "1": [FetchCommandTests.story(2), TestServer.Answer("", status: 500)]
    ])
    for command in [["show"], []] {
      let outcome = try Program.run(
        command + [FetchCommandTests.link], environment: web.environment)
      #expect(outcome.output.contains("A 中 title"))
      #expect(outcome.output.contains("2 comments"))
      #expect(outcome.status == 0)
      // The second time it cannot be had, and is shown as it was kept.
      #expect(
        outcome.errors
          == (command == []
            ? """
            understory: https://hn.algolia.com/api/v1/items/1: the site failed (status 500); \
            showing the copy in the library

            """ : ""))
    }
    let other = try web.run("show", FetchCommandTests.link.dropLast() + "2")
    #expect(other.output == "")
    #expect(other.status == 1)
  }

  @Test func aLinkToACommentOpensThere() throws {
    let web = try FetchCommandTests.Web(["1": [FetchCommandTests.story(9)]])
    let reader = try LoneReader(
      [FetchCommandTests.link + "#115"], state: web.folder, environment: web.environment)
    try reader.wait(for: "6 of 9 · 9 unread")
    #expect(reader.screen.text.contains("A 中 title") == false)
    reader.type("q")
    #expect(reader.end() == 0)
    // By its id it opens where it was left, and nothing is asked.
    let again = try LoneReader(["hn:1"], state: web.folder, environment: web.environment)
    try again.wait(for: "6 of 9 · 9 unread")
    again.type("q")
    #expect(again.end() == 0)
    #expect(web.server.requests.count == 1)
    let missing = try LoneReader(
      [FetchCommandTests.link + "#7"], state: web.folder, environment: web.environment)
    try missing.wait(for: "the comment in the link was not in the response")
    missing.type("q")
    #expect(missing.end() == 0)
  }
}
