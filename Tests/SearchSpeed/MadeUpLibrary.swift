import SeededNumbers
import DiscussionModel

/// Discussions of a thousand comments each, in plain text of about 75 words; one in fifty is in
/// Chinese.
struct MadeUpLibrary {
  let vocabulary = Vocabulary(count: 60_000)
  private var random = SplitMix64(seed: 11)
  private static let chinese = "这是一个很长的句子没有空格我们都学习中国文化他说文很难"

  mutating func discussion(_ number: Int, comments: Int) -> Discussion {
    var discussion = Discussion(id: "made:\(number)", title: text(words: 6))
    discussion.body = RawText(text(words: 400))
    discussion.comments = (0..<comments).map { index in
      let isChinese = Int.random(in: 0..<50, using: &random) == 0
      let body = isChinese ? chinese(characters: 60) : text(words: length)
      var comment = Comment(id: "\(number)-\(index)", author: author, body: RawText(body))
      comment.published = RawText("2024-01-27T10:00:00Z")
      return comment
    }
    return discussion
  }

  /// Of 20,000 authors a few write most.
  private var author: String {
    mutating get {
      let share = Double.random(in: 0..<1, using: &random)
      return "user\(Int(share * share * share * 20_000))"
    }
  }

  /// Many short comments and a few long ones.
  private var length: Int {
    mutating get {
      let share = Double.random(in: 0..<1, using: &random)
      return 5 + Int(260 * share * share * share + 8 * share)
    }
  }

  private mutating func text(words count: Int) -> String {
    var text = ""
    for index in 0..<count {
      if index > 0 { text += index % 40 == 0 ? "\n\n" : index % 12 == 0 ? ". " : " " }
      text += vocabulary.word(&random)
    }
    return text
  }

  private mutating func chinese(characters count: Int) -> String {
    String((0..<count).map { _ in Self.chinese.randomElement(using: &random) ?? "中" })
  }
}
