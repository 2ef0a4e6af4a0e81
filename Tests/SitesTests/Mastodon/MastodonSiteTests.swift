import DiscussionModel
import Testing

@testable import Sites

@Suite struct MastodonSiteTests {
  static let service = "https://social.example/api/v1/statuses"

  static func status(_ id: String, to answered: String?) -> String {
    let answered = answered.map { "\"\($0)\"" } ?? "null"
    return """
      {"id": "\(id)", "in_reply_to_id": \(answered), "created_at": "2020-01-01T00:00:0\(id).000Z", "content": "<p>é</p>",
        "url": "https://social.example/@ann/\(id)", "replies_count": 0, "account": {"acct": "ann", "display_name": "中"}}
      """
  }

  static func context(_ ancestors: [String], _ descendants: [String]) -> String {
    #"{"ancestors": [\#(ancestors.joined(separator: ","))], "descendants": [\#(descendants.joined(separator: ","))]}"#
  }

  static let one = status("1", to: nil)
  static let two = status("2", to: "1")
  static let three = status("3", to: "2")
  static let site = FakeSite([
    "\(service)/1": one, "\(service)/1/context": context([], [two, three]),
    "\(service)/3": three, "\(service)/3/context": context([one, two], []),
  ])

  @Test(arguments: [
    "https://social.example/@ann/1", "http://social.example/@ann@other.example/1",
    "https://social.example/users/ann/statuses/1", "https://social.example/web/statuses/1",
    "https://social.example/deck/@ann/1", "https://social.example/notice/1",
    "https://social.example/@ann/statuses/1", "https://social.example/@ann/posts/1",
    "https://social.example/ap/users/7/statuses/1", "https://social.example/notes/1",
  ])
  func statuses(url: String) throws {
    let (fetched, asked) = try Self.site.open(url)
    #expect(asked == ["\(Self.service)/1", "\(Self.service)/1/context"])
    #expect(fetched.discussion.id == "mastodon:social.example/1")
    #expect(fetched.discussion.author == "中")
    #expect(fetched.discussion.comments.map(\.id) == ["2", "3"])
    #expect(fetched.comment == nil)
  }

  /// What has Misskey's links, and does not respond as Mastodon does.
  @Test func aNoteOfMisskey() {
    #expect(
      FakeSite([:]).refusal("https://key.example/notes/9x") == .unsupported("a Misskey note"))
  }

  @Test func aReplyOpensTheWholeThread() throws {
    let (fetched, asked) = try Self.site.open("https://social.example/@ann/3")
    #expect(
      asked == ["3", "3/context", "1/context", "1"].map { "\(Self.service)/\($0)" })
    #expect(fetched.comment == "3")
    let whole = try Self.site.open("https://social.example/@ann/1").fetched
    #expect(fetched.discussion == whole.discussion)
  }

  /// The way up is longer than one answer, and the thread's own context lacks the reply.
  @Test func aReplyThatIsFarDown() throws {
    let four = Self.status("4", to: "3")
    var site = Self.site
    site["\(Self.service)/4"] = four
    site["\(Self.service)/4/context"] = Self.context([Self.two, Self.three], [])
    site["\(Self.service)/2/context"] = Self.context([Self.one], [Self.three])
    site["\(Self.service)/1/context"] = Self.context([], [Self.two])
    let (fetched, asked) = try site.open("https://social.example/@ann/4")
    #expect(
      asked
        == ["4", "4/context", "2/context", "1/context", "1"].map { "\(Self.service)/\($0)" })
    #expect(fetched.comment == "4")
    #expect(fetched.discussion.id == "mastodon:social.example/1")
    #expect(fetched.discussion.comments.map(\.id) == ["2", "3", "4"])
    #expect(fetched.discussion.comments.map(\.parent) == [nil, "2", "3"])
  }

  /// What it answers is gone, so that the reply is all that there is.
  @Test func aReplyWithoutAnythingAbove() throws {
    var site = FakeSite(["\(Self.service)/3": Self.three])
    site["\(Self.service)/3/context"] = Self.context([], [])
    let (fetched, asked) = try site.open("https://social.example/@ann/3")
    #expect(asked == ["\(Self.service)/3", "\(Self.service)/3/context"])
    #expect(fetched.discussion.comments.map(\.id) == ["3"])
    #expect(fetched.comment == "3")
  }

  /// Statuses that answer each other in a circle, or have an id that would be a path.
  @Test(arguments: ["3", "2", "../../x", "", "a b"])
  func hostileAncestors(id: String) throws {
    var site = FakeSite(["\(Self.service)/3": Self.three])
    site["\(Self.service)/3/context"] = Self.context([Self.status(id, to: "2")], [])
    site["\(Self.service)/2/context"] = Self.context([Self.three], [])
    var visit = try SiteVisit(url: "https://social.example/@ann/3")
    var asked: [SiteRequest] = []
    do throws(SiteError) { _ = try site.talk(&visit, asked: &asked) } catch {}
    #expect(asked.count < 6)
    #expect(asked.allSatisfy { $0.url.hasPrefix("\(Self.service)/") && !$0.url.contains("..") })
  }
}
