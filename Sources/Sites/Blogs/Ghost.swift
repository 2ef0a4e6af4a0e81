import HTMLTree
import WebAddresses

extension Site {
  /// Blogs that run Ghost.
  static let ghost = Site(pages: { [.ghost] })
}

extension PageShape {
  /// The comments of Ghost, which it shows in a frame.
  static let ghost: PageShape = {
    var shape = PageShape(
      "comments of Ghost", signs: ["[data-testid='comment-component']"],
      comment: "[data-testid='comment-component']",
      id: ["@id", "@data-comment-id", "[data-comment-id]@data-comment-id"],
      author: ["[data-testid='member-name']", "h4"],
      text: ["[data-testid='comment-content']"])
    shape.time = ["time@datetime", "[data-testid='comment-date']@title", "[title]@title"]
    shape.score = ["[data-testid='like-button']"]
    shape.article = .blog
    shape.count = ["[data-testid='count']", "[data-testid='comment-count']"]
    shape.missing = [PageMissing("[data-testid='reply-pagination-button']")]
    return shape
  }()
}
