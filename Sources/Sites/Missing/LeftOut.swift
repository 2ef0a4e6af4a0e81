import DiscussionModel
import JSONText

/// Ids of comments that a source names and does not give, as a member of a comment, or of the discussion for those that
/// answer the article: `"moreReplies": ["c1", "c2"]`.
///
/// The native format knows no such member, and so keeps it as it is.
enum LeftOut {
  private static let name = "moreReplies"

  /// The ids among some members, each once; only those of letters and digits.
  ///
  /// - Complexity: O(length).
  static func ids(in members: [UnknownMember]) -> [String] {
    guard let member = members.first(where: { $0.name == name }) else { return [] }
    do throws(JSONError) {
      let tree = try JSONTree(member.value)
      var findings = Findings()
      var known: Set<String> = []
      let values = tree.roots.first.map { Array(JSONValue(tree: tree, index: $0).elements) } ?? []
      return values.compactMap { findings.id($0) }.filter {
        SiteID.isWord($0) && known.insert($0).inserted
      }
    } catch {
      return []
    }
  }

  /// Whether what few comments have names none; O(1) as a rule.
  static func isEmpty(_ details: CommentDetails?) -> Bool {
    details?.unknownMembers.contains { $0.name == name } != true
  }

  /// Puts ids in place of those that members had.
  static func put(_ ids: [String], into members: inout [UnknownMember]) {
    members.removeAll { $0.name == name }
    let words = ids.filter { SiteID.isWord($0) }.map { "\"\($0)\"" }
    guard !words.isEmpty else { return }
    let value = "[\(words.joined(separator: ", "))]"
    members.append(UnknownMember(name: name, value: Array(value.utf8)))
  }
}
