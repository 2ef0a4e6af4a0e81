import Foundation
import HostileCorpus
import RunningPrograms
import Testing

/// `understory show --format html` in a real browser.
@Suite(.needsBrowser, .serialized) struct BrowserTests {
  /// What the browser makes of a page, as HTML.
  private func loaded(_ html: String) throws -> String {
    let folder = try Folder()
    try folder.write(html, to: "page.html")
    let outcome = try Program.run(
      "/usr/bin/env",
      [
        Browser.name, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.path)/profile", "--dump-dom", "file://\(folder.path)/page.html",
      ], environment: ["HOME": folder.path])
    #expect(outcome.status == 0)
    return outcome.output
  }

  private func html(_ json: [UInt8]) throws -> String {
    let folder = try Folder()
    try folder.write(json, to: "story.json")
    let outcome = try Program.run(["show", folder.path + "/story.json", "--format", "html"])
    #expect(outcome.status == 0)
    return outcome.output
  }

  @Test func thePageIsWhatWasWritten() throws {
    let json = """
      {"understory": 1, "id": "x", "title": "<script>document.title='PWNED'</script>",
        "markup": "html", "comments": [
        {"id": "1", "author": "<img src=x onerror=\\"document.title='PWNED'\\">",
          "body": "</div></details><script>document.title='PWNED'</script>中 é 👩‍💻"},
        {"id": "2", "parent": "1", "body": "<a href=\\"javascript:alert(1)\\" onclick=\\"x\\">a</a>"},
        {"id": "3", "body": "<style>body{display:none}</style><iframe src=\\"https://x.example\\">"}]}
      """
    let dom = try loaded(try html(Array(json.utf8)))
    #expect(dom.contains("<title>&lt;script&gt;document.title='PWNED'&lt;/script&gt;</title>"))
    #expect(!dom.contains("<script") && !dom.contains("<img") && !dom.contains("<iframe"))
    #expect(!dom.contains("javascript:") && !dom.contains("onclick="))
    #expect(dom.split(separator: "<style").count == 2)
    #expect(dom.contains("<p>中 é 👩\u{200D}💻</p>"))
    #expect(dom.contains("</div>\n<details open=\"\" class=\"c\" id=\"c2\">"))
    #expect(dom.contains("</details></details>\n<details open=\"\" class=\"c\" id=\"c3\">"))
  }

  /// Scripts and pictures that were in a page would not do anything: the page forbids it.
  @Test func theBrowserIsToldToLoadNothing() throws {
    let page = try html(Array(Story(count: 1).json.utf8)).replacing(
      "</body>",
      with: "<script>document.body.append('PWNED')</script><img src=x onerror=\"x\"></body>")
    let dom = try loaded(page)
    #expect(dom.split(separator: "PWNED").count == 2)
  }

  @Test func everythingHostileIsText() throws {
    let page = try html(HostileDiscussion.file())
    let dom = try loaded(page)
    func count(_ text: String, of tag: String) -> Int { text.split(separator: tag).count }
    for tag in ["<details", "<summary", "<p>", "<pre", "<a ", "<bdi", "<h1", "</body"] {
      #expect(count(dom, of: tag) == count(page, of: tag), "\(tag)")
    }
    for tag in ["<script", "<img", "<iframe", "<svg", "<form", "<object", "<link", "<base"] {
      #expect(!dom.contains(tag), "\(tag)")
    }
  }

  /// A browser moves elements that stand too deep in others out of them.
  @Test func aDeepChainStaysWhole() throws {
    let lines = (0..<2000).map { index in
      Story.Line(id: "\(index)", parent: index == 0 ? nil : "\(index - 1)", body: "w\(index)")
    }
    let page = try html(Array(Story(lines).json.utf8))
    let dom = try loaded(page)
    #expect(dom.split(separator: "<details").count == 2001)
    let end = String(repeating: "</details>", count: 24)
    #expect(page.contains(end + "\n</body>") && dom.contains(end))
    #expect(dom.contains("level 2000 · replies to <a href=\"#c1999\">#1999</a>"))
  }
}

/// A browser that runs without a screen.
private enum Browser {
  /// Its name on the path; Debian's package is of the same name.
  static let name = "chromium"

  /// Why tests with a browser cannot run here; nil when they can.
  static let obstacle: String? = {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let isFound = path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: $0 + "/" + name)
    }
    return isFound ? nil : "chromium is not installed"
  }()
}

extension Trait where Self == ConditionTrait {
  /// Skips tests where there is no browser.
  fileprivate static var needsBrowser: Self {
    .enabled(if: Browser.obstacle == nil, "skipped: \(Browser.obstacle ?? "")")
  }
}
