import DiscussionModel
import Reader
import TextGrid

extension Page {
  /// What stands above an entry's text, in words: `#3 ann, level 2, answers #1 (bob), 2017-01-27`.
  ///
  /// Nil for the article, whose text begins with its title.
  func heading(of entry: Int) -> SafeText? {
    switch kind(of: entry) {
    case .article: return nil
    case .notice: return "Notice"
    case .links(let index): return SafeText(discussion.links[index].heading)
    case .comment(let position):
      let comment = comment(at: position)
      var parts = [named(position)]
      for badge in comment.details?.badges ?? [] { parts[0] += " \(badge)" }
      switch comment.state {
      case .visible: break
      case .deleted: parts.append("deleted")
      case .flagged: parts.append("flagged")
      }
      if let parent = thread.parent(of: position) {
        parts.append("level \(depth(of: entry) + 1)")
        let answered = self.comment(at: parent).author.map { " (\($0))" } ?? ""
        parts.append("answers #\(number(at: parent))\(answered)")
      }
      if let label = comment.details?.parentLabel { parts.append("answers \(label)") }
      if let published = comment.published { parts.append(published.text) }
      if let score = comment.score { parts.append(counted(score, "point")) }
      if let warning = comment.details?.warning { parts.append("warning: \(warning)") }
      return SafeText(parts.joined(separator: ", "))
    }
  }

  /// Whether a content warning stands before an entry's text.
  func hasWarning(_ entry: Int) -> Bool {
    position(of: entry).flatMap { comment(at: $0).details?.warning } != nil
  }

  private func named(_ position: Int) -> String {
    let number = "#\(number(at: position))"
    guard let author = comment(at: position).author, !author.isEmpty else { return number }
    return "\(number) \(author)"
  }
}
