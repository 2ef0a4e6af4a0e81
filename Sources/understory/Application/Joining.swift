import DiscussionModel
import Library
import Reader
import TextGrid

/// Discussions of one article that are fetched, one after the other, to be read as one.
struct Joining {
  /// Their links, in the order in which they are shown.
  let links: [String]
  /// The article's address.
  let article: String
  /// The id of the first discussion that the library has; nil before that is known.
  private(set) var holder: String?
  /// Those that are still to be fetched, the next one first.
  private var waiting: [String]
  /// The ids of those that were fetched, by their links.
  private var ids: [String: String] = [:]
  /// Why some could not be fetched.
  private(set) var problems: [SafeText] = []

  init(_ links: [String], about article: String) {
    self.links = links
    self.article = article
    waiting = links
  }

  /// What is fetched next; nil once all is there.
  mutating func next() -> BackgroundFetch.Wish? {
    waiting.isEmpty ? nil : .link(waiting.removeFirst(), for: .joining)
  }

  mutating func note(_ problem: SafeText) { problems.append(problem) }

  /// Notes under which id the library has the discussion of a link.
  mutating func note(_ id: String, of link: String) { ids[link] = id }

  /// What is read, as far as the library has it.
  ///
  /// - Throws: ``Failure`` if it has none of them.
  func request() throws -> DiscussionScreen.Request {
    var discussions: [Discussion] = []
    for link in links {
      // What could not be fetched is missing, and said to be.
      let request =
        try? ids[link].map { try LibraryScreen.request($0) }
        ?? LibraryScreen.request(link: link)
      guard let discussion = request?.page.discussion else { continue }
      // Two links may lead to one discussion.
      if !discussions.contains(where: { $0.id == discussion.id }) { discussions.append(discussion) }
    }
    guard !discussions.isEmpty else { throw Failure(problems.first ?? "nothing could be fetched") }
    var joining = self
    joining.holder = discussions[0].id
    let joint = JointDiscussion(of: discussions, about: article)
    return DiscussionScreen.Request(
      page: Page(joint.discussion), warnings: problems, joining: joining, joint: joint)
  }
}
