import DiscussionModel

/// What one kind of site is asked about one discussion, and in which order; it only knows addresses and answers.
protocol Conversation: Sendable {
  /// The form of what it answers first; nil where that may be any.
  var format: DiscussionFormat? { get }
  /// What is asked first.
  var beginning: [Question] { get }
  /// How many questions there are in all; nil while nobody knows.
  var total: Int? { get }
  /// Whether the site tells of further pages by `Link`.
  var hasLinks: Bool { get }
  /// What importers are told.
  var options: ImportOptions { get }
  /// The id of the comment that the link names.
  var comment: String? { get }
  /// The id of what the link names, where only the site can tell whether that is a comment.
  var item: String? { get }
  /// The id of the discussion, where the link alone tells it.
  var discussion: String? { get }
  /// Whether the id that comes is only what a file says of itself.
  var namesItself: Bool { get }

  /// What becomes of an answer, and what is asked next because of it; answers come in the order of questions.
  mutating func take(_ answer: Answer) throws(SiteError) -> Reaction
  /// What is asked when all has been answered, because of the discussion that it makes; asked once.
  mutating func questions(seeing discussion: Discussion) -> [Question]
  /// Changes what has been made.
  func finish(_ imported: inout ImportedDiscussion)
}

extension Conversation {
  var total: Int? { nil }
  var hasLinks: Bool { false }
  var options: ImportOptions { ImportOptions(format: format) }
  var comment: String? { nil }
  var item: String? { nil }
  var discussion: String? { nil }
  var namesItself: Bool { false }

  mutating func take(_ answer: Answer) throws(SiteError) -> Reaction { Reaction() }
  mutating func questions(seeing discussion: Discussion) -> [Question] { [] }
  func finish(_ imported: inout ImportedDiscussion) {}
}

/// One thing that is asked.
struct Question: Equatable, Sendable {
  var url: String
  /// Whether only the address counts that answers at last, whatever it answers.
  var isWay = false
}

/// What was answered to a question.
struct Answer {
  let question: Question
  /// The address that answered at last; nil where that is none.
  let address: SiteAddress?
  /// The address of the next page; nil where there is none.
  let next: String?
  /// The objects at the top of the answer and in its arrays; none where only the address counts.
  let items: [JSONValue]
}

/// What an answer leads to.
struct Reaction: Equatable, Sendable {
  /// Whether the answer is a part of the discussion, and not only the way to it.
  var isPart = true
  /// What is asked next, before what waits already.
  var next: [Question] = []
}
