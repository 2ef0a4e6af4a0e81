public import DiscussionModel
import Sites

/// Several discussions of one article, read as one: each is a top-level comment, and its comments are the replies to that.
public struct JointDiscussion: Sendable {
  /// All of them, with ids of its own for their comments.
  public let discussion: Discussion
  /// The discussions that it consists of, and as the last one what has only the whole: the top-level comments.
  let parts: [Part]
  /// Where a comment is kept, by its id in the whole.
  private let places: [String: Place]

  /// A discussion whose marks are kept for itself.
  struct Part: Equatable, Sendable {
    var id: String
    var title: String
    /// The ids of its comments, in its order.
    var comments: [String] = []
  }

  /// Where a comment is kept.
  struct Place: Equatable, Sendable {
    /// An index in ``JointDiscussion/parts``.
    var part: Int
    /// The comment's id there.
    var comment: String
  }

  /// - Parameters:
  ///   - discussions: what it consists of, in the order in which they are shown.
  ///   - address: the article's.
  /// - Complexity: O(*n*) in the comments.
  public init(of discussions: [Discussion], about address: String) {
    let id = "together:" + address
    let titled = discussions.max { $0.comments.count < $1.comments.count } ?? discussions.first
    var whole = Discussion(id: id, title: titled?.title ?? address)
    var heads = Part(id: id, title: whole.title)
    var places: [String: Place] = [:]
    var parts: [Part] = []
    whole.url = address
    whole.body = RawText(address)
    whole.linked = discussions.lazy.compactMap(\.linked).first
    for (index, one) in discussions.enumerated() {
      let head = Self.head(of: one)
      heads.comments.append(head.id)
      places[head.id] = Place(part: discussions.count, comment: head.id)
      whole.comments.append(head)
      var part = Part(id: one.id, title: one.title)
      let own = Set(one.comments.map(\.id))
      for comment in one.comments {
        var moved = comment
        moved.id = Self.id(of: comment.id, in: one.id)
        let parent = comment.parent.flatMap { own.contains($0) ? $0 : nil }
        moved.parent = parent.map { Self.id(of: $0, in: one.id) } ?? head.id
        moved.number = nil
        if one.markup != whole.markup, comment.details?.markup == nil {
          moved.details = comment.details ?? CommentDetails()
          moved.details?.markup = one.markup
        }
        part.comments.append(comment.id)
        places[moved.id] = Place(part: index, comment: comment.id)
        whole.comments.append(moved)
      }
      parts.append(part)
      whole.links += one.links
      whole.treeIsInferred = whole.treeIsInferred || one.treeIsInferred
    }
    whole.published = discussions.compactMap(\.published).min()
    discussion = whole
    self.parts = parts + [heads]
    self.places = places
  }

  /// The id of a comment in the whole: that of its discussion, a unit separator, and its own.
  static func id(of comment: String, in discussion: String) -> String {
    discussion + "\u{1F}" + comment
  }

  /// Where a comment is kept; nil for one that the whole does not have.
  func place(of comment: String) -> Place? { places[comment] }

  /// The top-level comment for a discussion: on which site it is, its title and its own text.
  private static func head(of discussion: Discussion) -> Comment {
    let site = SiteName.title(of: discussion.id)
    let name = site.isEmpty ? discussion.title : "\(site): \(discussion.title)"
    let text = discussion.body?.text ?? ""
    let body =
      switch discussion.markup {
      case .html: "<p>\(escaped(name))</p>\(text)"
      case .markdown, .plain: text.isEmpty ? name : name + "\n\n" + text
      }
    var head = Comment(id: discussion.id, author: discussion.author, body: RawText(body))
    head.published = discussion.published.map { RawText($0) }
    var details = CommentDetails()
    details.url = discussion.origin?.link ?? discussion.url
    details.markup = discussion.markup
    head.details = details
    return head
  }

  /// A text as HTML has it.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "<": result += "&lt;"
      case "&": result += "&amp;"
      default: result.append(character)
      }
    }
  }
}
