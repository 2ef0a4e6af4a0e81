import Sites
import DiscussionModel
import JSONText
import Testing

/// Ours, not the one of Testing.
typealias Comment = DiscussionModel.Comment

/// Imports texts as files called `a.json`, `b.json` and so on.
func read(
  _ texts: String..., options: ImportOptions = ImportOptions()
) throws(ImportError) -> ImportedDiscussion {
  var files: [ImportFile] = []
  for (text, name) in zip(texts, "abcdefg") {
    files.append(ImportFile(name: "\(name).json", bytes: Array(text.utf8)))
  }
  return try AnyImport.discussion(of: files, options)
}

/// What is said of texts that are no discussion, with the place; nil when they are one.
func refusal(_ texts: String..., options: ImportOptions = ImportOptions()) -> String? {
  let files = texts.enumerated().map {
    ImportFile(name: "\($0.offset)", bytes: Array($0.element.utf8))
  }
  do throws(ImportError) {
    _ = try AnyImport.discussion(of: files, options)
    return nil
  } catch {
    var place = ""
    if case .input(let index) = error.file { place = "\(index):" }
    if let position = error.position { place += "\(position.line):\(position.column):" }
    return place.isEmpty ? error.message : "\(place) \(error.message)"
  }
}

/// The comments as a person would note them down, a line each, replies indented:
/// `#NUMBER ID AUTHOR [BADGES] (SCORE) STATE !WARNING →LABEL +MISSING: BODY`.
func outline(_ imported: ImportedDiscussion) -> String {
  let discussion = imported.discussion
  let thread = Thread(of: discussion.comments)
  let lines = (0..<thread.count).map { position in
    let index = Int(thread.sources[position])
    let comment = discussion.comments[index]
    var words = ["#\(discussion.number(of: index))", comment.id]
    if let author = comment.author { words.append(author) }
    let details = comment.details
    if let badges = details?.badges, !badges.isEmpty {
      words.append("[\(badges.joined(separator: ", "))]")
    }
    if let score = comment.score { words.append("(\(score))") }
    if comment.state != .visible { words.append(comment.state.rawValue) }
    if let warning = details?.warning { words.append("!\(warning)") }
    if let label = details?.parentLabel { words.append("→\(label)") }
    if let missing = details?.missingReplies { words.append("+\(missing)") }
    let indent = String(repeating: "  ", count: Int(thread.depths[position]))
    return indent + words.joined(separator: " ") + (comment.body.map { ": \($0.text)" } ?? "")
  }
  return lines.joined(separator: "\n")
}

extension ImportedDiscussion {
  func comment(_ id: String) throws -> Comment {
    try #require(discussion.comments.first { $0.id == id })
  }

  /// For each comment its id and its address.
  var addresses: [String] { discussion.comments.map { $0.details?.url ?? "-" } }
}
