import DiscussionModel

/// The paragraph of a notice that says how many comments on the article are missing.
enum MissingNotice {
  private static let end = " not in this file"

  /// A notice that says so in its last paragraph, and in no other; nil where there is nothing to say.
  static func put(_ count: Int, into notice: String?) -> String? {
    var paragraphs: [Substring] = []
    var lines = notice?.split(separator: "\n\n") ?? []
    if lines.last?.hasSuffix(end) == true { lines.removeLast() }
    paragraphs += lines
    if count > 0 { paragraphs.append("\(counted(count, "more comment"))\(end)") }
    return paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n\n")
  }
}
