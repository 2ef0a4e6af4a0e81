import ArgumentParser

extension ArgumentHelp {
  /// What an argument is by which a discussion is shown, or the sample without one.
  static let discussionToShow: ArgumentHelp = """
    A link to a discussion, which is fetched into the library; or the id of one that is there; or a \
    file in any format that "understory formats" lists, or - for standard input; several files are \
    its parts. (default: the built-in sample)
    """
}
