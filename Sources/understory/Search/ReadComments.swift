import Storage

/// Which comments were read, looked up discussion by discussion.
struct ReadComments {
  private var read: [String: Set<String>] = [:]
  /// What kept marks from being read; nil as a rule.
  private(set) var problem: StorageError?

  /// Whether a document is a comment without a read mark.
  ///
  /// - Parameters:
  ///   - name: what the document is of.
  ///   - library: where marks are kept.
  /// - Returns: false for an article, which has no marks.
  mutating func isUnread(_ name: SearchHitName, in library: borrowing MarksDatabase) -> Bool {
    guard let comment = name.comment else { return false }
    if let known = read[name.discussion] { return !known.contains(comment) }
    var marked: Set<String> = []
    do throws(StorageError) {
      let marks = try library.reading(of: name.discussion)?.marks ?? []
      marked = Set(marks.filter(\.isRead).map(\.comment))
    } catch {
      problem = error
    }
    read[name.discussion] = marked
    return !marked.contains(comment)
  }
}
