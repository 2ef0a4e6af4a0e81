import Foundation
import RunningPrograms

extension Talk {
  /// Item 7, with a tag that changes with it.
  var hackerNews: [String: TestServer.Answer] { hackerNews(url: nil) }

  /// The same with an article elsewhere.
  func hackerNews(url: String?) -> [String: TestServer.Answer] {
    var story = item(nil)
    story["url"] = url
    return [
      "/api/v1/items/7": TestServer.Answer(
        json: story, headers: ["ETag": "\"\(remarks.count)\""])
    ]
  }

  /// The item that is Cy's comment.
  var hackerNewsWayToCy: [String: TestServer.Answer] {
    ["/api/v1/items/103": TestServer.Answer(json: item(remarks[2]))]
  }

  /// A remark with all that is below it, or for nil the story.
  private func item(_ remark: Remark?) -> [String: Any] {
    [
      "id": remark?.id ?? 7, "story_id": 7, "type": remark == nil ? "story" : "comment",
      "created_at": remark?.time ?? Self.time(minute: 0), "author": remark?.author ?? "zoe",
      "title": remark == nil ? title : NSNull(), "text": "<p>\(remark?.text ?? text)",
      "parent_id": remark.map { $0.parent.map { $0 + 100 } ?? 7 } ?? NSNull(),
      "children": replies(to: remark?.number).map { item($0) },
    ]
  }
}
