import Sites
import DiscussionModel
import Testing

/// Every number in a file of every format becomes another one: what is read is within bounds, and what is done with
/// it afterwards does not trap.
@Suite struct ExtremeNumbersTests {
  static let values = [
    "9223372036854775807", "-9223372036854775808", "99999999999999999999", "-1", "0", "1e308",
    "-1e999", "0.5", "-0.0", "1000000000001", "\"9223372036854775807\"", "\"nan\"", "\"-inf\"",
    "\"0x7fffffffffffffff\"", "253402300800",
  ]

  static let files = [
    AlgoliaTests.story,
    #"{"id": 1, "created_at": "2020-01-01T00:00:00Z", "created_at_i": 1577836800, "type": "poll", "title": "t", "points": 3, "options": [{"id": 2, "text": "a", "points": 4}], "children": [{"id": 3, "text": "b", "points": 5, "created_at_i": 1577836801, "children": []}]}"#,
    FirebaseTests.items.joined(separator: "\n"),
    #"{"id": 1, "type": "poll", "time": 1, "title": "t", "parts": [2], "descendants": 1} {"id": 2, "type": "pollopt", "poll": 1, "time": 1, "text": "a", "score": 4}"#,
    RedditMoreTests.listing,
    RedditTests.page(
      #""id": "p", "title": "t", "score": 5, "num_comments": 4, "created_utc": 1552039200.0, "edited": 1552039300, "poll_data": {"options": [{"text": "a", "vote_count": 3}], "total_vote_count": 3, "voting_end_timestamp": 5}"#,
      RedditTests.comment(
        "a", #""body": "b", "ups": 5, "downs": 3, "created_utc": 1552042800, "edited": 1552042900"#)
    ),
    LobstersTests.story(LobstersTests.comment("a", #""depth": 0, "score": 4"#)),
    #"{"short_id": "s", "comment_count": 2, "comments": [{"short_id": "a", "indent_level": 1, "score": 1}, {"short_id": "b", "indent_level": 2, "score": 1}]}"#,
    DiscourseTests.first,
    #"{"id": 7, "title": "t", "posts_count": 4, "accepted_answer": {"post_number": 2}, "post_stream": {"stream": [11, 12, 13], "posts": [{"id": 11, "post_number": 1, "cooked": "c"}, {"id": 12, "post_number": 2, "reply_to_post_number": 1, "version": 2, "post_type": 1, "cooked": "c", "actions_summary": [{"id": 2, "count": 5}], "polls": [{"name": "poll", "voters": 3, "options": [{"id": "a", "votes": 3}]}]}]}}"#,
    LemmyTests.list(LemmyTests.view(12, "0.10.11.12"), LemmyTests.view(10, "0.10", children: 5)),
    #"{"post_view": {"post": {"id": 1, "name": "t"}, "counts": {"comments": 4}}}"#,
    MastodonTests.context(below: MastodonTests.below),
    #"{"id": "1", "created_at": "2024-01-01T00:00:00Z", "account": {"acct": "a"}, "content": "c", "favourites_count": 3, "replies_count": 4, "poll": {"options": [{"title": "a", "votes_count": 2}], "votes_count": 2, "voters_count": 2}}"#,
    GitHubTests.several, GitHubGraphTests.discussion,
    #"{"number": 1, "title": "t", "user": {"login": "a"}, "comments": 5, "reactions": {"total_count": 4}}"#,
    #"{"understory": 1, "id": "x:1", "title": "t", "comments": [{"id": "a", "number": 7, "score": 3, "missingReplies": 5, "body": "x"}, {"id": "b", "parent": "a", "number": 9, "score": -3, "missingReplies": 2, "body": "y"}]}"#,
  ]

  /// The places of numbers in a text of JSON.
  static func numbers(in text: String) -> [Range<String.Index>] {
    var found: [Range<String.Index>] = []
    var isInString = false
    var at = text.startIndex
    while at < text.endIndex {
      let character = text[at]
      if character == "\\" { at = text.index(at, offsetBy: 2); continue }
      if character == "\"" { isInString.toggle() }
      if !isInString, character.isASCII, character.isNumber || character == "-" {
        let end = text[at...].firstIndex { !"+-.0123456789eE".contains($0) } ?? text.endIndex
        found.append(at..<end)
        at = end
      } else {
        at = text.index(after: at)
      }
    }
    return found
  }

  @Test(arguments: files)
  func whateverTheNumbersAre(file: String) throws {
    for range in Self.numbers(in: file) {
      for value in Self.values {
        let text = file.replacingCharacters(in: range, with: value)
        guard let found = Self.imported(text) else { continue }
        let discussion = found.discussion
        for comment in discussion.comments {
          #expect(NumberBounds.score.contains(comment.score ?? 0), "\(value)")
          #expect(NumberBounds.number.contains(comment.number ?? 1), "\(value)")
          #expect(NumberBounds.count.contains(comment.details?.missingReplies ?? 0), "\(value)")
        }
        #expect(found.account?.line.isEmpty == false)
        var merged = discussion
        merged.take(discussion)
        merged.settleMissing(after: discussion)
        if let fixture = Self.imported(file) {
          var other = fixture.discussion
          other.take(discussion)
          other.take(replies: discussion, to: other.comments.first?.id)
          other.take(replies: discussion, to: nil)
        }
        #expect(
          try DiscussionFile.decode(DiscussionFile.encode(discussion)).discussion == discussion)
      }
    }
  }

  private static func imported(_ text: String) -> ImportedDiscussion? {
    do throws(ImportError) {
      return try AnyImport.discussion(of: [ImportFile(name: "a", bytes: Array(text.utf8))])
    } catch {
      return nil
    }
  }

  /// What is beyond bounds is as if it were not there, and is reported.
  @Test func numbersBeyondBoundsAreReported() throws {
    let found = try read(
      #"{"understory": 1, "id": "x:1", "title": "t", "comments": [{"id": "a", "number": 9223372036854775807, "score": -1000000000001, "missingReplies": -1, "body": "x"}, {"id": "b", "score": 99999999999999999999, "number": 1000000000000, "body": "y"}]}"#
    )
    #expect(found.warnings == ["shown anyway: 4 numbers out of range"])
    #expect(found.discussion.comments.map(\.number) == [nil, 1_000_000_000_000])
    #expect(found.discussion.comments.map(\.score) == [nil, nil])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with other: String) -> String
  {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
