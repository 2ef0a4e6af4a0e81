import Foundation
import RunningPrograms
import Testing

/// Pages that were saved from a browser, from the file to the library.
@Suite struct PagesTests {
  private let folder: Folder
  private let home: [String: String]

  init() throws {
    folder = try Folder()
    home = [
      "XDG_STATE_HOME": folder.path + "/state", "XDG_DATA_HOME": folder.path + "/data", "TZ": "UTC",
    ]
  }

  private func run(_ arguments: String..., input: String = "") throws -> Program.Outcome {
    try Program.run(arguments, input: input, environment: home)
  }

  private func write(_ html: String, to name: String) throws -> String {
    try folder.write(html, to: name)
    return folder.path + "/" + name
  }

  /// A page of a topic with some posts.
  private func topic(_ posts: ClosedRange<Int>) -> String {
    let items = posts.map {
      """
      <li class=postcontainer id=post_\($0)><b class=username>ann</b><a class=postcounter>#\($0)</a>\
      <div id=post_message_\($0)>Post <b>\($0)</b>.</div>
      """
    }
    return """
      <!doctype html><html><head><link rel=canonical href="https://a.example/showthread.php?t=7"></head><body>
      <span class=threadtitle>A lamp</span><div class=postpagestats>1 - 2 / 5</div><ol>\(items.joined())</ol>
      """
  }

  @Test func aPageIsShownAndAdded() throws {
    let page = try write(topic(1...2), to: "page.html")
    #expect(try run("show", page).output.contains("Post 2."))
    #expect(try run("-", input: topic(1...2)).output.contains("Post 2."))
    let added = try run("add", page)
    #expect(added.errors == "")
    #expect(added.output == "vbulletin:a.example/7: added, 1 comment (3 missing) · A lamp\n")
    let next = try run("add", try write(topic(3...4), to: "next.html"))
    #expect(
      next.output == "vbulletin:a.example/7: 2 new comments in 2 threads (1 missing) · A lamp\n")
    #expect(
      try run("show", "vbulletin:a.example/7").output.contains("1 more comment not in this file"))
  }

  @Test func pagesOfOneTopicAreAddedAtOnce() throws {
    let pages = [try write(topic(3...5), to: "2.html"), try write(topic(1...2), to: "1.html")]
    let added = try run("add", pages[0], pages[1])
    #expect(added.errors == "")
    #expect(added.output == "vbulletin:a.example/7: added, 4 comments · A lamp\n")
  }

  @Test func whatWasReadOfAFetchedCopyStaysRead() throws {
    let fetched = """
      {"id": 1, "title": "A lamp", "author": "ann", "created_at": "2020-01-01T10:00:00Z", "children": [
       {"id": 2, "author": "bob", "created_at": "2020-01-01T11:00:00Z", "text": "It <i>shines</i>.<p>Yes.", "children": [
        {"id": 3, "author": "cy", "created_at": "2020-01-01T12:00:00Z", "text": "No.", "children": []}]}]}
      """
    _ = try run("add", try write(fetched, to: "fetched.json"))
    _ = try run("mark", "read", "hn:1", "--all")
    let rows = [(2, 0, "It <i>shines</i>.</p><p>Yes."), (3, 1, "No."), (4, 0, "New.")].map {
      """
      <tr class='athing comtr' id=\($0.0)><td><table><tr><td class=ind indent=\($0.1)><td><span class=comhead>\
      <a class=hnuser>x</a></span><div class=comment><span class=commtext>\($0.2)</span></div></table>
      """
    }
    let page = """
      <html><table id=hnmain><tr><td><table class=fatitem><tr class=athing id=1><td><span class=titleline><a href=b>A lamp</a></span></table>
      <table>\(rows.joined())</table></table>
      """
    let path = try write(page, to: "page.html")
    #expect(try run("status", path).output.contains("1 unread, 2 read, 0 edited"))
    let added = try run("add", path)
    #expect(added.output == "hn:1: 1 new comment · A lamp\n")
    #expect(try run("list").output == "+1\t3\thn:1\tA lamp\n")
  }

  @Test func howAPageWasReadIsExplained() throws {
    let page = try write(topic(1...2), to: "page.html")
    let outcome = try run("import", "--explain", page)
    #expect(outcome.status == 0)
    let lines = outcome.output.split(separator: "\n")
    #expect(lines.first == "page: a page of vBulletin, since it has [id^='post_message_']")
    #expect(lines.contains("author: 2 of 2, by .username"))
    #expect(lines.contains("counted by the page: 5"))
    #expect(lines.last == "1 comment read + 3 not in this file = 4; the source says 4")
    let other = try run("import", "--explain", try write("{\"id\": 1}", to: "a.json"))
    #expect(other.status == 1)
  }

  @Test func thePartsOfAPageMayBeSaid() throws {
    let page = try write(
      "<html><title>A lamp</title><div class=r><b>ann</b><p>One.</p></div><div class=r><b>bob</b><p>Two.</p></div>",
      to: "page.html")
    let refused = try run("show", page)
    #expect(refused.status == 1)
    #expect(
      refused.errors
        == "understory: \(page): no comments recognised in this page; \"understory import --select\" can state where they are\n"
    )
    let made = try run("import", page, "--select", "comment=.r,author=b", "--select", "text=p")
    #expect(made.errors.hasPrefix("2 comments, 2 at top level, 1 level"))
    #expect(made.output.contains("\"author\": \"bob\""))
    let faulty = try run("import", page, "--select", "comment=p..r")
    #expect(faulty.status == 64)
    #expect(faulty.errors.contains("comment: expected a name, at character 3 of \"p..r\""))
  }
}
