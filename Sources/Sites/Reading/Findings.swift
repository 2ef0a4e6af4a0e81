import DiscussionModel

/// What was noted while files were read: of each kind how often, and where first.
struct Findings {
  /// A place in one of the files.
  struct Place {
    let tree: JSONTree
    let offset: Int
  }

  private var found: [Note: (count: Int, first: Place?)] = [:]
  /// The files in the order in which they were given, with the names they go by.
  private let files: [(name: String, tree: JSONTree)]

  /// Starts with the words for people in the files that nothing reads.
  init(files: [(name: String, tree: JSONTree)] = []) {
    self.files = files
    for file in files where file.tree.unreadTexts.count > 0 {
      let (count, first) = file.tree.unreadTexts
      add(.unreadText, count, at: Place(tree: file.tree, offset: first))
    }
  }

  /// Notes something about a value.
  mutating func add(_ note: Note, _ count: Int = 1, at value: JSONValue) {
    add(note, count, at: Place(tree: value.tree, offset: value.offset))
  }

  /// Notes something; the first place of its kind is kept as the example.
  mutating func add(_ note: Note, _ count: Int = 1, at place: Place? = nil) {
    guard count > 0 else { return }
    let old = found[note]
    found[note] = ((old?.count ?? 0) + count, old?.first ?? place)
  }

  /// How often something was noted.
  func count(of note: Note) -> Int { found[note]?.count ?? 0 }

  /// One line for each kind, with an example: `2 comments without an id, such as [3]`.
  ///
  /// - Complexity: O(length of the files) if there is anything to report.
  var lines: [String] {
    Note.allCases.compactMap { note in
      guard let (count, first) = found[note] else { return nil }
      let line = counted(count, note.nouns.one, note.nouns.many)
      guard let example = first.flatMap(path) else { return line }
      return "\(line), such as \(example)"
    }
  }

  /// Where a place is, in words; nil at the top of the only file.
  private func path(of place: Place) -> String? {
    let path = JSONPath.path(to: place.offset, in: place.tree.bytes)
    guard files.count > 1, let file = files.first(where: { $0.tree === place.tree }) else {
      return path.isEmpty ? nil : path
    }
    return path.isEmpty ? file.name : "\(file.name): \(path)"
  }
}
