import DiscussionModel
import Testing

@testable import Sites

@Suite struct MissingRepliesTests {
  static func body(_ text: String) -> [UInt8] { Array(text.utf8) }

  /// Carries out the exchange about what a comment lacks, to its end.
  static func ask(
    _ comment: String?, of discussion: Discussion, at site: FakeSite, _ url: String
  ) throws -> (fetched: Fetched, asked: [String])? {
    guard var visit = MissingReplies(of: comment, in: discussion, openedAs: url) else { return nil }
    var asked: [SiteRequest] = []
    guard let fetched = try site.talk(&visit, asked: &asked) else { return nil }
    return (fetched, asked.map(\.url))
  }

  /// `ID<PARENT +MISSING` for each comment.
  static func list(_ discussion: Discussion) -> [String] {
    discussion.comments.map { comment in
      let missing = comment.details?.missingReplies.map { " +\($0)" } ?? ""
      return "\(comment.id)<\(comment.parent ?? "")\(missing)"
    }
  }

  @Suite struct Reddit {
    static let link = "https://www.reddit.com/r/x/comments/p/q/"
    static let service = "https://oauth.reddit.com/api/morechildren?api_type=json&raw_json=1"
    static let first = "\(service)&limit_children=false&link_id=t3_p&children=c%2Cd"

    static func listing() throws -> Discussion { try read(RedditMoreTests.listing).discussion }

    @Test func idsAreKeptInTheFile() throws {
      let discussion = try Self.listing()
      #expect(
        discussion.unknownMembers == [
          UnknownMember(name: "moreReplies", value: body(#"["e", "f"]"#))
        ])
      let again = try DiscussionFile.decode(DiscussionFile.encode(discussion)).discussion
      #expect(again == discussion)
      #expect(LeftOut.ids(in: again.comments[0].details?.unknownMembers ?? []) == ["c", "d"])
    }

    @Test func whatIsHereIsNotMissingInTheSitesOwnCopy() throws {
      var discussion = try Self.listing()
      discussion.notice = "4 more comments not in this file"
      discussion.comments += [
        Comment(id: "e", body: "中"), Comment(id: "z", parent: "e", body: "é"),
        Comment(id: "c", parent: "a", body: "👩‍💻"),
      ]
      discussion.settleMissing(after: discussion)
      #expect(discussion.notice == "2 more comments not in this file")
      #expect(LeftOut.ids(in: discussion.unknownMembers) == ["f"])
      #expect(LeftOut.ids(in: discussion.comments[0].details?.unknownMembers ?? []) == ["d"])
      discussion.comments.append(Comment(id: "f", body: "x"))
      discussion.notice = "1 more comment not in this file"
      discussion.settleMissing(after: discussion)
      #expect(discussion.notice == nil)
      #expect(discussion.unknownMembers == [])
    }

    @Test func repliesToAComment() throws {
      let site = FakeSite([
        Self.first: RedditMoreTests.answer(
          RedditMoreTests.text("c", to: "t1_a", at: 30),
          RedditMoreTests.text("x", to: "t1_c", at: 40),
          RedditMoreTests.more("t1_c", 1, "y"), RedditMoreTests.text("d", to: "t1_a", at: 50))
      ])
      var discussion = try Self.listing()
      discussion.comments[0].number = 17
      let (fetched, asked) = try #require(
        try ask("a", of: discussion, at: site, Self.link))
      #expect(asked == [Self.first])
      #expect(fetched.discussion.id == "reddit:p")
      #expect(list(fetched.discussion) == ["a<", "c<a +1", "x<c", "d<a"])
      #expect(fetched.discussion.comments.map(\.number) == [17, 2, 3, 4])
      #expect(fetched.discussion.comments[0].body == "a")
      #expect(fetched.comment == "a")
      #expect(fetched.warnings == [])
      discussion.take(replies: fetched.discussion, to: "a")
      #expect(list(discussion) == ["a<", "b<", "c<a +1", "x<c", "d<a"])
      #expect(discussion.comments.indices.map { discussion.number(of: $0) } == [17, 2, 18, 19, 20])
      #expect(MissingReplies(of: "a", in: discussion, openedAs: Self.link) == nil)
      #expect(MissingReplies(of: "c", in: discussion, openedAs: Self.link) != nil)
      let members = fetched.discussion.comments.map { $0.details?.unknownMembers ?? [] }
      #expect(members.map { LeftOut.ids(in: $0) } == [[], ["y"], [], []])
    }

    /// A newer listing names again what has come already.
    @Test func whatIsHereIsNotAskedFor() throws {
      var discussion = try Self.listing()
      discussion.comments.append(Comment(id: "c", parent: "a"))
      var visit = try #require(MissingReplies(of: "a", in: discussion, openedAs: Self.link))
      guard case .ask(let request) = try visit.next() else { return }
      #expect(request.url.hasSuffix("&children=d"))
    }

    @Test func repliesToTheArticle() throws {
      let asked = "\(Self.service)&limit_children=false&link_id=t3_p&children=e%2Cf"
      let site = FakeSite([
        asked: RedditMoreTests.answer(
          RedditMoreTests.text("e", to: "t3_p", at: 30), RedditMoreTests.more("t3_p", 2, "g", "h"))
      ])
      let found = try #require(try ask(nil, of: Self.listing(), at: site, Self.link))
      #expect(found.asked == [asked])
      #expect(list(found.fetched.discussion) == ["e<"])
      #expect(found.fetched.discussion.notice == "2 more comments not in this file")
      #expect(LeftOut.ids(in: found.fetched.discussion.unknownMembers) == ["g", "h"])
      #expect(found.fetched.comment == nil)
    }

    /// Ids that were not asked for, since an answer before them did not come, are still missing.
    @Test func aHundredAtATime() throws {
      var comment = Comment(id: "a")
      comment.amend { details in
        details.missingReplies = 250
        LeftOut.put((0..<250).map { "c\($0)" }, into: &details.unknownMembers)
      }
      let discussion = Discussion(id: "reddit:p", title: "t", comments: [comment])
      var visit = try #require(MissingReplies(of: "a", in: discussion, openedAs: Self.link))
      guard case .ask(let request) = try visit.next() else { return }
      #expect(
        request.url.hasSuffix("children=" + (0..<100).map { "c\($0)" }.joined(separator: "%2C")))
      #expect(visit.progress == (0, 3, "page 1 of 3"))
      let answer = RedditMoreTests.answer(RedditMoreTests.text("c0", to: "t1_a", at: 1))
      try visit.take(SiteResponse(status: 200, url: request.url, body: body(answer)))
      guard case .ask(let second) = try visit.next() else { return }
      try visit.take(SiteResponse(status: 429, url: second.url))
      guard case .done(.fetched(let fetched)) = try visit.next() else { return }
      #expect(fetched.incomplete == "too many requests to the site")
      #expect(list(fetched.discussion) == ["a< +150", "c0<a"])
      let members = fetched.discussion.comments[0].details?.unknownMembers ?? []
      #expect(LeftOut.ids(in: members) == (100..<250).map { "c\($0)" })
    }

    /// Where a thread goes on elsewhere there are no ids, so that the comment's own listing is asked for.
    @Test func aThreadThatGoesOnElsewhere() throws {
      var comment = Comment(id: "c", parent: "a")
      comment.amend { $0.missingReplies = 1 }
      let discussion = Discussion(
        id: "reddit:p", title: "t", comments: [Comment(id: "a"), comment])
      let own = "https://oauth.reddit.com/comments/p/_/c?raw_json=1&limit=500"
      let reply = RedditSiteTests.comment("d", to: "t1_c")
      let listing = RedditMoreTests.text("c", to: "t1_a", at: 10, replies: reply)
      let site = FakeSite([own: RedditSiteTests.page([listing])])
      let found = try #require(try ask("c", of: discussion, at: site, Self.link))
      #expect(found.asked == [own])
      #expect(list(found.fetched.discussion) == ["c<a", "d<c"])
    }

    @Test func hostileIDsAreNotAsked() throws {
      var comment = Comment(id: "a")
      comment.amend { details in
        details.missingReplies = 9
        details.unknownMembers = [
          UnknownMember(
            name: "moreReplies",
            value: body(#"["../x", "c", "d&x=1", "中", 1.5, null, {"a": 1}, "c", "d"]"#))
        ]
      }
      let discussion = Discussion(id: "reddit:p", title: "t", comments: [comment])
      let site = FakeSite([Self.first: RedditMoreTests.answer()])
      let found = try #require(try ask("a", of: discussion, at: site, Self.link))
      #expect(found.asked == [Self.first])
      #expect(list(found.fetched.discussion) == ["a<"])
      comment.amend {
        $0.unknownMembers = [UnknownMember(name: "moreReplies", value: body("[\"c\""))]
      }
      #expect(LeftOut.ids(in: comment.details?.unknownMembers ?? []) == [])
    }
  }

  @Test func lemmy() throws {
    var comment = Comment(id: "12", parent: "11")
    comment.number = 5
    comment.amend { $0.missingReplies = 2 }
    let discussion = Discussion(
      id: "lemmy:lemmy.example/7", title: "t", comments: [Comment(id: "11"), comment])
    let views = ["12", "12.13", "12.14", "12.13.15"].map { path in
      let id = path.split(separator: ".").last ?? ""
      return """
        {"comment": {"id": \(id), "path": "0.11.\(path)", "post_id": 7, "content": "é"},
          "post": {"id": 7, "name": "中"}, "counts": {"child_count": \(id == "12" ? 4 : id == "13" ? 1 : 0)}}
        """
    }
    let list = LemmySiteTests.list(1, of: "parent_id=12")
    let site = FakeSite([list: #"{"comments": [\#(views.joined(separator: ", "))]}"#])
    let found = try #require(
      try Self.ask("12", of: discussion, at: site, "https://lemmy.example/post/7"))
    #expect(
      found.asked == [
        LemmySiteTests.newer("comment/list?parent_id=12&limit=50&sort=old&type_=all"), list,
      ])
    #expect(Self.list(found.fetched.discussion) == ["12<11 +1", "13<12", "15<13", "14<12"])
    #expect(found.fetched.discussion.comments[0].number == 5)
    #expect(found.fetched.warnings == [])
  }

  @Test func lemmyWithoutAnything() throws {
    var comment = Comment(id: "12")
    comment.amend { $0.missingReplies = 2 }
    let discussion = Discussion(id: "lemmy:localhost:80/7", title: "t", comments: [comment])
    let list = "http://localhost:81/api/v3/comment/list?parent_id=12"
    #expect(MissingReplies(of: "12", in: discussion, openedAs: "http://localhost:81/post/7") == nil)
    var here = discussion
    here.id = "lemmy:localhost:81/7"
    let url = "\(list)&limit=50&sort=Old&type_=All&page=1"
    let site = FakeSite([url: #"{"comments": []}"#])
    let found = try #require(
      try Self.ask("12", of: here, at: site, "http://localhost:81/post/7"))
    #expect(Self.list(found.fetched.discussion) == ["12<"])
  }

  @Test func mastodon() throws {
    var comment = Comment(id: "2")
    comment.amend { $0.missingReplies = 2 }
    let discussion = Discussion(
      id: "mastodon:social.example/1", title: "t",
      comments: [comment, Comment(id: "3", parent: "2")])
    let url = "\(MastodonSiteTests.service)/2/context"
    let site = FakeSite([
      url: MastodonSiteTests.context(
        [MastodonSiteTests.one],
        [
          MastodonSiteTests.three, MastodonSiteTests.status("4", to: "2"),
          MastodonSiteTests.status("5", to: "4"),
        ])
    ])
    let found = try #require(
      try Self.ask("2", of: discussion, at: site, "https://social.example/@ann/1"))
    #expect(found.asked == [url])
    #expect(Self.list(found.fetched.discussion) == ["2< +1", "3<2", "4<2", "5<4"])
    #expect(found.fetched.warnings == [])
  }

  @Test func whatIsNotOffered() {
    func discussion(_ id: String, missing: Int? = 1) -> Discussion {
      var comment = Comment(id: "12")
      comment.amend { $0.missingReplies = missing }
      return Discussion(id: id, title: "t", comments: [comment])
    }
    let reddit = "https://www.reddit.com/comments/p"
    for (found, comment, url) in [
      (discussion("hn:1"), "12", "https://news.ycombinator.com/item?id=1"),
      (discussion("discourse:forum.example/7"), "12", "https://forum.example/t/7"),
      (discussion("reddit:p", missing: nil), "12", reddit), (discussion("reddit:p"), "13", reddit),
      (discussion("reddit:p"), nil, reddit), (discussion("reddit:p/../x"), "12", reddit),
      (discussion("reddit:p"), "12", "https://evil.example/comments/p"),
      (discussion("reddit:p"), "12", "no link"), (discussion("p"), "12", reddit),
      (discussion(""), "12", reddit),
      (discussion("lemmy:a.example/7"), "12", "https://b.example/post/7"),
      (discussion("lemmy:a.example/7"), nil, "https://a.example/post/7"),
      (discussion("lemmy:a.example/7+8"), "12", "https://a.example/post/7"),
      (discussion("mastodon:a.example/7"), "12", "https://a.example:444/@ann/7"),
    ] as [(Discussion, String?, String)] {
      #expect(MissingReplies(of: comment, in: found, openedAs: url) == nil, "\(found.id)")
    }
  }
}
