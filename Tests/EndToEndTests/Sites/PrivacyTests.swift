import Foundation
import RunningPrograms
import Testing

extension Folder {
  /// Writes a program.
  ///
  /// Another process does: a file that was just written may still be open for writing in another
  /// test's child, and then the system refuses to start it (ETXTBSY).
  func writeProgram(_ script: String, to name: String) throws {
    let file = "\(path)/\(name)"
    let outcome = try Program.run(
      "/bin/sh", ["-c", "cat > \"$0\" && chmod 755 \"$0\"", file], input: script)
    #expect(outcome.status == 0)
  }
}

extension TerminalTests {
  /// Nothing is asked but what was asked for, and no program started but curl.
  @Suite struct PrivacyTests {
    /// Programs that might open, fetch or copy something, which note down that they were started.
    private static let others = [
      "xdg-open", "open", "sensible-browser", "www-browser", "w3m", "lynx", "firefox", "wget",
      "wl-copy", "xclip", "xsel", "git", "gh", "file", "convert", "chafa", "img2txt",
    ]

    private func bin() throws -> Folder {
      let bin = try Folder()
      for name in ["curl"] + Self.others {
        let rest = name == "curl" ? "PATH=/usr/bin:/bin exec curl \"$@\"\n" : ""
        try bin.writeProgram("#!/bin/sh\necho \(name) >> '\(bin.path)/log'\n\(rest)", to: name)
      }
      return bin
    }

    /// A text in HTML with everything that a browser would fetch by itself.
    private static func text(_ place: String) -> String {
      """
      <img src="http://\(place)/pixel.png" srcset="http://\(place)/2.png 2x" alt="a picture">
      <link rel="stylesheet" href="http://\(place)/style.css"><script src="http://\(place)/x.js">
      </script><iframe src="http://\(place)/frame"></iframe><video poster="http://\(place)/p.png"
      src="http://\(place)/v.mp4"></video><style>@import "http://\(place)/i.css";</style>
      <a href="http://\(place)/link" ping="http://\(place)/ping">a link</a>
      <p style="background: url(http://\(place)/b.png)">words http://\(place)/bare</p>
      """
    }

    @Test func nothingIsAskedButWhatWasAskedFor() throws {
      let bin = try bin()
      let path = "\(bin.path):/usr/bin:/bin"
      let desk = try WebDesk([:], standingInFor: Venue.lobsters.hosts, with: ["PATH": path])
      let place = desk.server.place
      var talk = Talk()
      talk.text = Self.text(place)
      talk.say("ann", Self.text(place), to: 4)
      desk.server.answer(talk.lobsters(url: "http://\(place)/article").mapValues { [$0] })

      let terminal = desk.terminal
      // Tmux gives its own PATH to what it starts.
      try terminal.send("export PATH=\(path)", "Enter")
      let first = try desk.open(Venue.lobsters.link, until: "Article · 5 unread")
      #expect(first.contains("[image: a picture]"))
      try terminal.send("i")
      try terminal.wait(for: "Details")
      try terminal.send("Escape", "x")
      try terminal.wait(for: "links")
      try terminal.send("Escape", "z", "M")
      try terminal.wait(for: "5 comments folded")
      try terminal.send("z", "R", "/", "words", "Enter")
      try terminal.wait(for: "/words")
      try terminal.send("Escape", "t")
      try terminal.wait(for: "Outline")
      try terminal.send("Escape", "G", "i")
      try terminal.wait(for: "Details")
      try terminal.send("Escape", "g", "g")
      try terminal.wait(for: "Article ·")
      try terminal.waitUntilItStood()
      try terminal.send("Space")
      try terminal.waitUntilItStood()
      try terminal.send("G")
      try terminal.waitUntilItStood()
      try desk.leave()
      try desk.open("lobsters:abc7", until: "100 %")
      try desk.leave()
      let formats = ["plain", "markdown", "json", "html", "svg"]
      let commands = [
        ["show", "lobsters:abc7"], ["list"], ["status", "lobsters:abc7"],
        ["import", "lobsters:abc7"], ["state", "export"],
        ["stats", "lobsters:abc7"], ["search", "words"],
      ]
      for arguments in commands + formats.map({ ["show", "--format", $0, "lobsters:abc7"] }) {
        let outcome = try Program.run(arguments, environment: desk.environment)
        #expect(outcome.status == 0, "\(arguments)")
      }
      #expect(desk.server.requests.map(\.target) == ["/s/abc7.json"])
      #expect(try bin.read("log") == "curl\n")
    }
  }
}
