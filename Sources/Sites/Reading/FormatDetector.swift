/// Recognises the JSON of a format, whatever its file is called.
struct FormatDetector {
  let format: DiscussionFormat
  /// Members that are all there, as ways from an object; any one list will do.
  ///
  /// An array on the way counts as its first object.
  let alternatives: [[[Member]]]

  /// All formats in JSON; of two that know an object the earlier has it.
  static let all = [
    FormatDetector(format: .native, alternatives: [[[.understory]]]),
    FormatDetector(
      format: .reddit,
      alternatives: [[[.kind], [.data, .children]], [[.json, .data, .things]]]),
    FormatDetector(format: .lobsters, alternatives: [[[.shortID], [.comments]]]),
    FormatDetector(format: .discourse, alternatives: [[[.postStream, .posts]]]),
    FormatDetector(
      format: .lemmy,
      alternatives: [
        [[.comments, .comment, .path]], [[.postView, .post, .name]], [[.comment, .path]],
        [[.commentView, .comment, .path]],
      ]),
    FormatDetector(
      format: .mastodon,
      alternatives: [
        [[.ancestors], [.descendants]], [[.account, .acct], [.content], [.createdAt]],
      ]),
    FormatDetector(format: .hackerNews, alternatives: [[[.children], [.id], [.createdAt]]]),
    FormatDetector(format: .firebase, alternatives: [[[.id], [.type], [.time]]]),
    FormatDetector(
      format: .github,
      alternatives: [
        [[.issueURL], [.body]], [[.pullRequestURL], [.body]], [[.number], [.title], [.user]],
        [[.childCommentCount], [.body]], [[.number], [.title], [.author]],
        [[.comments, .createdAtCamel]], [[.title], [.comments], [.author]],
        [[.data, .repository]], [[.data, .node]], [[.data, .resource]],
        [[.event], [.createdAt]], [[.author, .login], [.body], [.createdAtCamel]],
      ]),
  ]

  /// Whether an object has them.
  func know(_ object: JSONValue) -> Bool {
    alternatives.contains { $0.allSatisfy { Self.leads($0, from: object) } }
  }

  /// What an object lacks of the list to which it comes nearest, and how near it comes; nil where it has nothing
  /// of any.
  func lack(_ object: JSONValue) -> (lacks: [String], share: Double)? {
    let lists = alternatives.map { list in
      (list, list.filter { !Self.leads($0, from: object) })
    }
    guard let (list, lacks) = lists.min(by: { share($0) > share($1) }), lacks.count < list.count
    else { return nil }
    return (lacks.map(Self.words), share((list, lacks)))
  }

  private func share(_ found: (list: [[Member]], lacks: [[Member]])) -> Double {
    1 - Double(found.lacks.count) / Double(found.list.count)
  }

  private static func words(_ path: [Member]) -> String {
    path.map(\.rawValue).joined(separator: ".")
  }

  private static func leads(_ path: [Member], from object: JSONValue) -> Bool {
    var value: JSONValue? = object
    for member in path {
      if value?.kind == .array { value = value?.elements.first { $0.kind == .object } }
      value = value?[member]
    }
    return value != nil
  }
}
