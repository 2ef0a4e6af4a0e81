import ArgumentParser
import Library
import TextGrid

extension ArgumentHelp {
  /// What an argument is by which a discussion is shown.
  static let discussionToShow = ArgumentHelp(
    """
    A link to a discussion, which is fetched into the library; or the id of one that is there; or a \
    file in any format that "understory formats" lists, or - for standard input; several files are \
    its parts. \(Sample.id) is built in.
    """, valueName: discussion)

  /// What an argument is by which marks are looked at or changed: nothing is fetched for that.
  static let discussionWithMarks = ArgumentHelp(
    """
    The id or the link of a discussion in the library; or a file in any format that "understory \
    formats" lists, or - for standard input. \(Sample.id) is built in.
    """, valueName: discussion)

  /// What such arguments are called.
  private static let discussion = "discussion"

  /// What to give for an argument that is missing.
  ///
  /// - Parameter message: what the parser says of it, which names it.
  /// - Returns: nil for an argument that is not a discussion.
  static func expectation(for message: String) -> String? {
    message.hasPrefix("Missing expected argument '<\(discussion)>")
      ? "name a discussion: a link, an id, a file, or - for standard input; \(Sample.id) is built in"
      : nil
  }
}
