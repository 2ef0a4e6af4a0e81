import DiscussionModel
import Foundation
import Testing
import WebAddresses

@testable import Sites

/// The site of the room's page, which is written there as a newcomer would write it.
@Suite struct NoticeBoardTests {
  static let sites = SiteTable([.native, .noticeBoard])

  static let board = """
    {"board": 7, "title": "Bins", "pinned": true, "notes": [
      {"id": 1, "author": "ann", "written": "2021-05-01T08:00:00Z", "words": "Whose is the green one?"},
      {"id": 2, "under": 1, "author": "é中👩‍💻", "written": "2021-05-01T09:00:00Z", "words": "Mine \\u001b[2J"}]}
    """

  @Test func aFileIsRecognisedAndRead() throws {
    let file = ImportFile(name: "board.json", bytes: Array(Self.board.utf8))
    let found = try AnyImport.discussion(of: [ImportPart(file)], ImportOptions(), sites: Self.sites)
    #expect(found.discussion.id == "board:unknown/7")
    #expect(found.discussion.title == "Bins")
    #expect(found.warnings == [])
    #expect(
      outline(found) == """
        #1 1 ann: Whose is the green one?
          #2 2 é中👩‍💻: Mine \u{1B}[2J
        """)
  }

  @Test func aLinkIsRequestedAndItsResponseRead() throws {
    let (plans, isCertain) = try Self.sites.plans(for: WebURL(link: "https://A.test/boards/7?x#y"))
    #expect(!isCertain)
    let plan = try #require(plans.first as? NoticeBoardPlan)
    #expect(plan.firstRequests.map(\.url) == ["https://a.test/boards/7.json"])
    let file = ImportFile(name: plan.firstRequests[0].url, bytes: Array(Self.board.utf8))
    let found = try AnyImport.discussion(of: [ImportPart(file)], plan.options, sites: Self.sites)
    #expect(found.discussion.id == "board:a.test/7")
    #expect(Self.sites.idForm(of: found.discussion.id)?.hasHost == true)
    for link in ["https://a.test/boards/x", "https://a.test/boards/7/8", "https://a.test/7"] {
      #expect(try Self.sites.plans(for: WebURL(link: link)).list.first is FilePlan)
    }
  }

  @Test func othersAreNotTakenForIt() {
    #expect(
      throws: ImportError(.unknownFormat(nearest: .noticeBoard, lacks: ["notes"]), in: .input(0))
    ) {
      let file = ImportFile(name: "board.json", bytes: Array(#"{"board": 7}"#.utf8))
      _ = try AnyImport.discussion(of: [ImportPart(file)], ImportOptions(), sites: Self.sites)
    }
  }

  /// What the page shows is what is tested here.
  @Test func thePageShowsThisSite() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let page = try String(
      contentsOf: folder.appending(path: "../../../Sources/Sites/README.md"), encoding: .utf8)
    let code = try String(contentsOf: folder.appending(path: "NoticeBoard.swift"), encoding: .utf8)
    let start = try #require(code.firstRange(of: "extension Site {"))
    #expect(page.contains("```swift\n\(code[start.lowerBound...])```\n"))
  }
}
