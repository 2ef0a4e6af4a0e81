import Sites
import DiscussionModel
import Testing

@Suite struct MastodonTests {
  static func status(
    _ id: String, to parent: String?, by acct: String, minute: Int, replies: Int = 0,
    _ members: String = ""
  ) -> String {
    let name = acct.prefix { $0 != "@" }
    return """
      {"id": "\(id)", "in_reply_to_id": \(parent.map { "\"\($0)\"" } ?? "null"),
       "created_at": "2024-05-01T10:\(minute):00.000Z", "url": "https://a.example/@\(acct)/\(id)",
       "uri": "https://a.example/users/\(name)/statuses/\(id)", "content": "<p>\(id) :bee: 中</p>",
       "account": {"id": "1", "username": "\(name)", "acct": "\(acct)", "display_name": ""},
       "favourites_count": 2, "replies_count": \(replies)\(members)}
      """
  }

  static func context(above: [String] = [], below: [String]) -> String {
    #"{"ancestors": [\#(above.joined(separator: ","))], "descendants": [\#(below.joined(separator: ","))]}"#
  }

  static let below = [
    status("6", to: "5", by: "bo@b.example", minute: 20, replies: 1),
    status("7", to: "6", by: "ann", minute: 30),
    status("8", to: "5", by: "cy", minute: 25, replies: 2),
  ]

  @Test func theStatusIsTheArticle() throws {
    let found = try read(
      Self.status("5", to: nil, by: "ann", minute: 10, replies: 3), Self.context(below: Self.below))
    #expect(
      outline(found) == """
        #1 6 bo (2): <p>6 :bee: 中</p>
          #3 7 ann [OP] (2): <p>7 :bee: 中</p>
        #2 8 cy (2) +2: <p>8 :bee: 中</p>
        """)
    let discussion = found.discussion
    #expect(discussion.id == "mastodon:a.example/5")
    #expect(discussion.title == "5 :bee: 中")
    #expect(discussion.body == "<p>5 :bee: 中</p>")
    #expect(discussion.url == "https://a.example/@ann/5")
    #expect(discussion.published == "2024-05-01T10:10:00.000Z")
    #expect(discussion.notice == "1 more comment not in this file")
    #expect(found.addresses[0] == "https://a.example/@bo@b.example/6")
    #expect(found.warnings == [])
  }

  @Test func whatCameBeforeIsAChainAbove() throws {
    let above = [
      Self.status("3", to: nil, by: "zoe", minute: 10),
      Self.status("4", to: "3", by: "bo", minute: 11),
    ]
    let found = try read(
      Self.context(above: above, below: Self.below),
      Self.status("5", to: "4", by: "ann", minute: 12))
    #expect(
      outline(found) == """
        #1 4 bo (2): <p>4 :bee: 中</p>
          #2 5 ann (2): <p>5 :bee: 中</p>
            #3 6 bo (2): <p>6 :bee: 中</p>
              #5 7 ann (2): <p>7 :bee: 中</p>
            #4 8 cy (2) +2: <p>8 :bee: 中</p>
        """)
    #expect(found.discussion.id == "mastodon:a.example/3")
    #expect(found.discussion.author == "zoe")
  }

  @Test func withoutTheStatusRepliesSayWhatTheyAnswer() throws {
    let found = try read(Self.context(below: Self.below))
    #expect(found.discussion.id == "mastodon:a.example/5")
    #expect(found.discussion.title == "Replies to a post on a.example")
    #expect(outline(found).hasPrefix("#1 6 bo (2) →a post that is not in this file: "))
    #expect(found.warnings == [])
  }

  @Test func aContentWarningHidesTheText() throws {
    let warned = Self.status(
      "6", to: "5", by: "bo", minute: 20, #", "spoiler_text": "food é", "sensitive": true"#)
    let found = try read(
      Self.context(below: [warned]), Self.status("5", to: nil, by: "ann", minute: 10))
    #expect(outline(found) == "#1 6 bo (2) !food é: <p>6 :bee: 中</p>")
    let article = try read(
      Self.status("5", to: nil, by: "ann", minute: 10, #", "spoiler_text": "eyes""#),
      Self.context(below: []))
    #expect(article.discussion.title == "eyes")
    #expect(article.discussion.notice == "Content warning: eyes")
  }

  @Test func attachmentsAndPollsAreWords() throws {
    let found = try read(
      Self.context(below: [
        Self.status(
          "6", to: "5", by: "bo", minute: 20,
          """
          , "media_attachments": [{"type": "image", "url": "https://a.example/1.png", "description": "A <bee>"},
             {"type": "video", "url": null, "description": null}],
            "poll": {"options": [{"title": "Yes & no", "votes_count": 1}, {"title": "No", "votes_count": null}]},
            "edited_at": "2024-05-02T10:00:00Z"
          """)
      ]))
    #expect(
      try found.comment("6").body?.text == """
        <p>6 :bee: 中</p><p><a href="https://a.example/1.png">image: A &lt;bee&gt;</a></p>\
        <p>video: no description</p><ul><li>Yes &amp; no (1 vote)</li><li>No</li></ul>
        """)
    #expect(try found.comment("6").details?.edited == "2024-05-02T10:00:00Z")
  }

  @Test func noFavouritesAreNoScore() throws {
    let status = Self.status("6", to: "5", by: "bo", minute: 20)
    let none = status.replacing("\"favourites_count\": 2", with: "\"favourites_count\": 0")
    #expect(try read(Self.context(below: [status])).comment("6").score == 2)
    #expect(try read(Self.context(below: [none])).comment("6").score == nil)
  }
}
