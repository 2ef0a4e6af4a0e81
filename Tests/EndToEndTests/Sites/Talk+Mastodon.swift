import Foundation
import RunningPrograms

extension Talk {
  /// Status 7, and what was answered.
  var mastodon: [String: TestServer.Answer] {
    let context: [String: Any] = [
      "ancestors": [Any](), "descendants": remarks.map { status($0) },
    ]
    return [
      "/api/v1/statuses/7": TestServer.Answer(json: status(nil)),
      "/api/v1/statuses/7/context": TestServer.Answer(json: context),
    ]
  }

  /// Cy's status, and what is above it.
  var mastodonWayToCy: [String: TestServer.Answer] {
    let context: [String: Any] = [
      "ancestors": [status(nil), status(remarks[0]), status(remarks[1])], "descendants": [Any](),
    ]
    return [
      "/api/v1/statuses/103": TestServer.Answer(json: status(remarks[2])),
      "/api/v1/statuses/103/context": TestServer.Answer(json: context),
    ]
  }

  /// A remark, or for nil the article, which has no title.
  private func status(_ remark: Remark?) -> [String: Any] {
    let author = remark?.author ?? "zoe"
    return [
      "id": "\(remark?.id ?? 7)", "created_at": remark?.time ?? Self.time(minute: 0),
      "in_reply_to_id": remark.map { $0.parent.map { "\($0 + 100)" } ?? "7" } ?? NSNull() as Any,
      "content": "<p>\(remark?.text ?? title)</p>",
      "url": "https://social.example/@\(author)/\(remark?.id ?? 7)",
      "replies_count": replies(to: remark?.number).count,
      "account": ["acct": author, "display_name": author],
    ]
  }
}
