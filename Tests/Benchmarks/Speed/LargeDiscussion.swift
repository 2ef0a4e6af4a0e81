import SeededNumbers
import DiscussionModel

/// A discussion of 100,000 comments in 73 MB.
enum LargeDiscussion {
  static let count = 100_000

  static let discussion: Discussion = {
    var random = SplitMix64(seed: 3)
    var result = Discussion(id: "speed", title: "A long discussion")
    result.comments = (0..<count).map { index in
      // Most answer one of the last fifty; one in ten begins a thread.
      let isReply = index > 0 && Int.random(in: 0..<10, using: &random) > 0
      let parent = isReply ? Int.random(in: max(0, index - 50)..<index, using: &random) : nil
      let paragraphs = index % 4 == 0 ? Texts.mixed : Texts.ascii
      let body = paragraphs.randomElement(using: &random) ?? ""
      var comment = Comment(
        id: String(index), parent: parent.map { String($0) }, author: "author\(index % 977)",
        body: RawText(body + "\n\n" + body.prefix(110)))
      comment.published = RawText("2024-01-27T10:00:00Z")
      return comment
    }
    return result
  }()

  /// The same as a file.
  static let file = DiscussionFile.encode(discussion)
}
