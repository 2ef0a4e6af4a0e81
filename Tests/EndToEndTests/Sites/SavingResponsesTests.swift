import Foundation
import RunningPrograms
import Testing

/// `understory fetch --save-responses`, against a server of this machine.
@Suite struct SavingResponsesTests {
  /// All that is in a folder, by name.
  private static func files(in desk: WebDesk, _ name: String = "out") throws -> [String: String] {
    var files: [String: String] = [:]
    for file in try desk.folder.names(in: name) {
      files[file] = String(decoding: try desk.folder.bytes("\(name)/\(file)"), as: UTF8.self)
    }
    return files
  }

  @Test func eachResponseIsWrittenInOrderAndAgainAfterThose() throws {
    let venue = Venue.discourse
    let desk = try WebDesk(venue, venue.talk)
    let folder = desk.folder.path + "/out"
    #expect(try desk.run("fetch", "--save-responses", folder, venue.link).status == 0)
    let files = try Self.files(in: desk)
    #expect(
      files.keys.sorted() == [
        "001-forum.example.headers", "001-forum.example.json", "002-forum.example.headers",
        "002-forum.example.json",
      ])
    #expect(try #require(files["001-forum.example.json"]).contains("post_stream"))
    let head = try #require(files["001-forum.example.headers"])
    #expect(head.hasPrefix("GET https://forum.example/t/7.json\nHTTP 200\n"))
    #expect(head.contains("\ncontent-type: application/json\n"))
    // What was written can be read as a file.
    let bodies = ["001", "002"].map { "\(folder)/\($0)-forum.example.json" }
    #expect(try desk.run("import", bodies[0], bodies[1]).output.contains("Third"))

    #expect(try desk.run("fetch", "--save-responses", folder, venue.id).status == 3)
    let more = try Self.files(in: desk)
    #expect(more.count == 8)
    #expect(files.allSatisfy { more[$0.key] == $0.value })
  }

  /// It is for what cannot be read.
  @Test func whatFailsIsWrittenToo() throws {
    var half = TestServer.Answer("{\"id\": 7, \"children\": []}")
    half.cut = 9
    for (answer, names, line) in [
      (TestServer.Answer("<p>Nobody\u{1B}", status: 403), ["headers", "html"], "HTTP 403\n"),
      (TestServer.Answer(#"{"new": "shape"}"#), ["headers", "json"], "HTTP 200\n"),
      (half, ["headers", "json"], "the connection was closed before the end of the response)\n"),
      (.nothing, ["headers"], "the connection was closed without a response)\n"),
    ] {
      let desk = try WebDesk(["/s/abc7.json": [answer]], standingInFor: ["lobste.rs"])
      let outcome = try desk.run(
        "fetch", "--save-responses", desk.folder.path + "/out", Venue.lobsters.link)
      #expect(outcome.status == 1)
      let files = try Self.files(in: desk)
      #expect(files.keys.sorted() == names.map { "001-lobste.rs.\($0)" })
      #expect(try #require(files["001-lobste.rs.headers"]).contains(line))
      #expect(desk.library == [])
    }
  }

  /// A 304 would show nothing.
  @Test func whatHasNotChangedIsWrittenWhole() throws {
    let venue = Venue.lobsters
    let desk = try WebDesk(venue, venue.talk)
    #expect(try desk.run("fetch", venue.link).status == 0)
    #expect(
      try desk.run("fetch", "--save-responses", desk.folder.path + "/out", venue.id).status == 3)
    #expect(try #require(try Self.files(in: desk)["001-lobste.rs.headers"]).contains("HTTP 200\n"))
  }

  @Test func aFolderThatCannotBeWrittenEndsItInOneLine() throws {
    let desk = try WebDesk(Venue.lobsters, Venue.lobsters.talk)
    try desk.folder.write("x", to: "file")
    let path = desk.folder.path + "/file"
    let outcome = try desk.run("fetch", "--save-responses", path, Venue.lobsters.link)
    #expect(outcome.errors.hasPrefix("understory: \(path): "))
    #expect(outcome.errors.split(separator: "\n").count == 1)
    #expect(outcome.status == 1)
    #expect(desk.server.requests.isEmpty)
  }

  // MARK: Secrets

  /// Whatever a site repeats of what is secret, in its headers, its texts or where it sends us, no file has it.
  @Test(arguments: ["GITHUB_TOKEN", "REDDIT_TOKEN"])
  func noTokenAndNoCookieIsInAnyFile(variable: String) throws {
    let token = "S3cret/Tok+en=\(variable)"
    let cookie = "c00kie-of-the-site"
    let echoes = [
      "Set-Cookie": "session=\(cookie); Path=/", "Authorization": "Bearer \(token)",
      "X-Token": token, "Server": "echo \(token)", "X-Modhash": cookie,
      "Link": "<https://a.example/?page=2&access_token=\(token)>; rel=\"last\"",
    ]
    let text = """
      {"message": "Bad credentials: \(token)", "again": "S3cret\\/Tok+en=\(variable)",
       "url": "https://a.example/?x=1&token=S3cret%2FTok%2Ben%3D\(variable)", "modhash": "\(cookie)",
       "html": "<a href='/login?session=\(cookie)'>"}
      """
    let link = variable == "GITHUB_TOKEN" ? Venue.issue.link : Venue.reddit.link
    let hosts = ["api.github.com", "oauth.reddit.com"]
    let paths = ["/repos/o/r/issues/7", "/comments/p7?raw_json=1&limit=500"]
    let answer = TestServer.Answer(text, status: 401, headers: echoes)
    let desk = try WebDesk(
      Dictionary(uniqueKeysWithValues: paths.map { ($0, [answer]) }), standingInFor: hosts)
    let outcome = try desk.run(
      "fetch", "--save-responses", desk.folder.path + "/out", link, with: [variable: token])
    #expect(outcome.status == 1)
    let files = try Self.files(in: desk)
    #expect(files.count == 2)
    for (name, text) in files {
      for secret in ["S3cret", "Tok+en", "Tok%2Ben", cookie] {
        #expect(!text.contains(secret), "\(name): \(text)")
      }
    }
    let head = try #require(files.first { $0.key.hasSuffix(".headers") }?.value)
    #expect(head.contains("set-cookie: (left out)\n"))
    #expect(head.contains("authorization: (left out)\n"))
  }

  /// The address of somebody's own feed is a secret, as are tokens in links, also where redirects repeat them.
  @Test(arguments: [
    "feed=f33d5ecret&user=anns3lf", "token=f33d5ecret", "a=1&access_token=f33d5ecret",
  ])
  func noSecretOfALinkIsInAnyFile(query: String) throws {
    let target = "/thread.json?\(query)"
    let body =
      #"{"next": "https://a.example\#(target)", "self": "f33d5ecret", "x": "&amp;user=anns3lf"}"#
    let desk = try WebDesk(
      [
        target: [.redirect(to: "/moved?\(query)")],
        "/moved?\(query)": [TestServer.Answer(body)],
      ], standingInFor: ["a.example"])
    let outcome = try desk.run(
      "fetch", "--save-responses", desk.folder.path + "/out",
      "https://a.example/thread.json?\(query)")
    #expect(outcome.status == 1)
    let files = try Self.files(in: desk)
    #expect(files.count == 4)
    for (name, text) in files {
      #expect(!text.contains("f33d5ecret"), "\(name): \(text)")
      #expect(!text.contains("anns3lf"), "\(name): \(text)")
    }
  }
}
