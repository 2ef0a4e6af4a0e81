import Foundation
import RunningPrograms

extension Talk {
  /// Item 7 of Algolia, which has replies in another order than the site, and the items of Firebase that have the site's.
  var hackerNews: [String: TestServer.Answer] {
    var answers = ["/api/v1/items/7": TestServer.Answer(json: tree(nil)), Self.item(7): own(nil)]
    for remark in remarks where replies(to: remark.number).count > 1 {
      answers[Self.item(remark.id)] = own(remark)
    }
    return answers
  }

  /// The item that is Cy's comment.
  var hackerNewsWayToCy: [String: TestServer.Answer] {
    ["/api/v1/items/103": TestServer.Answer(json: tree(remarks[2]))]
  }

  /// The same of Firebase alone, while Algolia does not know the story.
  var firebase: [String: TestServer.Answer] {
    var answers = ["/api/v1/items/7": TestServer.Answer("", status: 404), Self.item(7): own(nil)]
    for remark in remarks { answers[Self.item(remark.id)] = own(remark) }
    return answers
  }

  private static func item(_ id: Int) -> String { "/v0/item/\(id).json" }

  /// A remark with all that is below it, or for nil the story, as Algolia has it.
  private func tree(_ remark: Remark?) -> [String: Any] {
    [
      "id": remark?.id ?? 7, "story_id": 7, "type": remark == nil ? "story" : "comment",
      "created_at": remark?.time ?? Self.time(minute: 0), "author": remark?.author ?? "zoe",
      "title": remark == nil ? title : NSNull(), "text": "<p>\(remark?.text ?? text)",
      "parent_id": remark.map { $0.parent.map { $0 + 100 } ?? 7 } ?? NSNull(),
      "children": replies(to: remark?.number).reversed().map { tree($0) },
    ]
  }

  /// A remark, or for nil the story, as Firebase has it.
  private func own(_ remark: Remark?) -> TestServer.Answer {
    var item: [String: Any] = [
      "id": remark?.id ?? 7, "type": remark == nil ? "story" : "comment",
      "time": remark?.seconds ?? Self.seconds, "by": remark?.author ?? "zoe",
      "text": "<p>\(remark?.text ?? text)", "kids": replies(to: remark?.number).map(\.id),
    ]
    if let remark {
      item["parent"] = remark.parent.map { $0 + 100 } ?? 7
    } else {
      (item["title"], item["descendants"]) = (title, remarks.count)
    }
    return TestServer.Answer(json: item)
  }
}
